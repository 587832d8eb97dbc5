// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import org.obnova.host.storage.token.pin.Login;

/**
 * A login for a piece of work.
 *
 * @param stay of the token that took the PIN: all of the work is done there, or not at all
 */
record LoggedIn(Login login, Stay stay) implements AutoCloseable {
    /** As {@link Login#end}. */
    void end() {
        login.end();
    }

    @Override
    public void close() {
        login.close();
    }
}
