// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.driver;

/** All modules that are in use, each in one process; they end with the host. */
public interface Drivers extends AutoCloseable {
    /** The driver of a module: the same one for the same library. */
    Driver of(ModuleEntry module);

    /** Ends all processes, and returns when they are no more: a second later at most. */
    @Override
    void close();
}
