// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.removable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One line of {@code mountinfo} (proc_pid_mountinfo(5)).
 *
 * @param device major and minor number, e.g. {@code 8:17}
 * @param root which folder of the file system is seen at the mount point: {@code /}, or another for a bind mount
 * @param point where it is mounted
 * @param type e.g. {@code vfat}
 */
record Mount(String device, String root, Path point, String type) {
    private static final int LEAST_FIELDS = 5;

    /** Reads a line; empty where it is none. */
    static Optional<Mount> parse(String line) {
        List<String> fields = Arrays.asList(line.split(" "));
        int separator = fields.indexOf("-");
        if (separator < LEAST_FIELDS || fields.size() <= separator + 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Mount(
                    fields.get(2), plain(fields.get(3)), Path.of(plain(fields.get(4))), fields.get(separator + 1)));
        } catch (InvalidPathException e) {
            return Optional.empty(); // Not a name in the encoding of this process: nothing there can be opened.
        }
    }

    /** Blanks, tabs, line ends and backslashes stand there as three octal digits. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\'
                    && i + 3 < text.length()
                    && text.substring(i + 1, i + 4).matches("[0-3][0-7]{2}")) {
                plain.append((char) Integer.parseInt(text.substring(i + 1, i + 4), 8));
                i += 3;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
