// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

/**
 * The use of a login by one task. While it is open, nobody else's task ends the login; closed, it leaves the login to the same site's next task, for as
 * long as a login lasts. Closing twice is harmless.
 */
public interface Login extends AutoCloseable {
    /** The login itself ends as soon as nobody uses it: the renewal is through. */
    void end();

    @Override
    void close();
}
