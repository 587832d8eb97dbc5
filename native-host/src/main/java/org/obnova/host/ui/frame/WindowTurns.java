// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.nio.file.Path;

/** Lets one window at a time be open for a user, across threads and processes. */
public final class WindowTurns {
    private final Path lock;

    /**
     * @param lock the file whose lock says that a window is open
     */
    public WindowTurns(Path lock) {
        this.lock = lock;
    }

    @Override
    public String toString() {
        return "WindowTurns " + lock;
    }
}
