// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.json;

import java.io.OutputStream;

/** Reads and writes JSON as UTF-8 octets. */
public final class JsonText {
    /** How deep objects and arrays may nest. */
    public static final int MAX_DEPTH = 64;

    /** How many characters a number may have. */
    public static final int MAX_NUMBER_LENGTH = 32;

    /** How many values a text may hold, one within another: a small text could else become a tree of a hundred times its size. */
    public static final int MAX_VALUES = 50_000;

    /** How many octets a string may have: an encrypted message of 8 MiB in base64; the heap is small. */
    public static final int MAX_STRING_LENGTH = 12_000_000;

    private JsonText() {}

    /**
     * Reads exactly one value: no byte order mark, no duplicate names, no comments, nothing behind the value but white space.
     *
     * @param utf8 the text
     * @throws JsonException where the text is anything else
     */
    public static Json read(byte[] utf8) throws JsonException {
        int bad = Utf8.firstBad(utf8);
        if (bad >= 0) {
            throw new JsonException("not UTF-8, or a raw control character, at byte ".concat(String.valueOf(bad)));
        }
        return new JsonReader(utf8).whole();
    }

    /** A writer of UTF-8 octets; the stream gets them, and is flushed, when the writer is closed. */
    public static JsonWriter writer(OutputStream out) {
        return new JsonWriter(out);
    }
}
