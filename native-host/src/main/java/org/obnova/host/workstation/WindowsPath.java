// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.file.Path;

/** A path with a variable of the environment at its beginning, e.g. <code>%ProgramFiles%\\Mozilla Firefox</code>. */
final class WindowsPath {
    private WindowsPath() {}

    /** Within the root where the variable is not set: it exists there never. */
    static Path of(SystemRoot root, String text) {
        int end = text.indexOf('%', 1);
        String rest = text.substring(end + 1).replace('\\', '/');
        String value = root.environment().getOrDefault(text.substring(1, end), "");
        return value.isEmpty() ? root.at("/%" + text.substring(1, end) + "%" + rest) : Path.of(value + rest);
    }
}
