// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.io.PrintStream;
import java.util.List;

/** Prints rows of equally many cells, each column as wide as its widest cell. */
final class Columns {
    private Columns() {}

    static void print(List<List<String>> rows, PrintStream out) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i));
                if (i + 1 < columns) {
                    line.repeat(' ', widths[i] - width(row.get(i)) + 2);
                }
            }
            out.println(line);
        }
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
