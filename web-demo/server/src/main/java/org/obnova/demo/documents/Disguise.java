// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Finds a second file in a file: one that a reader of another format would take for its own (a polyglot). An archive is recognised by its end,
 * PDF readers look through the first 1024 bytes for their mark (ISO 32000-1, annex H, note 13), browsers and servers for markup anywhere.
 */
final class Disguise {
    private static final int PDF_READERS_LOOK_AT = 1024;
    private static final int ARCHIVE_END = 22;
    private static final int ARCHIVE_COMMENT = 0xFFFF;
    private static final List<String> MARKUP =
            List.of("<script", "<!doctype html", "<html", "<?php", "<svg", "<iframe");

    private Disguise() {}

    /** Whether a file of that format is also something else. */
    static boolean worn(FileFormat format, byte[] file) {
        if (hasArchive(file)) {
            return true;
        }
        if (format == FileFormat.PDF) {
            // Its streams and metadata may hold any text; that nobody serves it as a page is the server's part.
            return false;
        }
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (text.substring(0, Math.min(text.length(), PDF_READERS_LOOK_AT)).contains("%PDF-")
                || text.contains("\n%PDF-")) {
            return true;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return MARKUP.stream().anyMatch(lower::contains);
    }

    /** The end of a ZIP's central directory, at the end of the file but for its comment (APPNOTE.TXT 4.3.16). */
    private static boolean hasArchive(byte[] file) {
        int earliest = Math.max(0, file.length - ARCHIVE_END - ARCHIVE_COMMENT);
        for (int at = file.length - ARCHIVE_END; at >= earliest; at--) {
            boolean signature = file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 5 && file[at + 3] == 6;
            if (signature && at + ARCHIVE_END + comment(file, at) <= file.length) {
                return true;
            }
        }
        return false;
    }

    private static int comment(byte[] file, int at) {
        return (file[at + 20] & 0xFF) | (file[at + 21] & 0xFF) << 8;
    }
}
