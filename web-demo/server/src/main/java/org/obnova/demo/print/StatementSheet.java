// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.print;

import java.util.List;

/**
 * The statement on paper.
 *
 * @param title of the document
 * @param text exactly what would be signed by certificate; line feeds only
 * @param name of the holder, as it is to be written beside the signature
 * @param application its id, for the archive
 */
public record StatementSheet(String title, String text, String name, String application) {
    /** The first line, a heading of its own. */
    public String heading() {
        return text.lines().findFirst().orElse("");
    }

    /** The lines below it; empty ones part paragraphs. */
    public List<String> lines() {
        return text.lines().skip(1).toList();
    }
}
