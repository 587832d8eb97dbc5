// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Reads and writes JSON as UTF-8 octets. */
public final class JsonText {
    /** How deep objects and arrays may nest. */
    public static final int MAX_DEPTH = 64;

    /** How many digits a number may have. */
    public static final int MAX_NUMBER_LENGTH = 32;

    /** How many tokens a text may have: a small text could else become a tree of a hundred times its size. */
    public static final int MAX_TOKENS = 20_000;

    private static final JsonFactory FACTORY = new JsonFactory();

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
        if (utf8.length >= 3 && utf8[0] == (byte) 0xEF && utf8[1] == (byte) 0xBB && utf8[2] == (byte) 0xBF) {
            throw new JsonException("begins with a byte order mark");
        }
        return new JsonReader(new String(utf8, StandardCharsets.UTF_8)).whole();
    }

    /** A generator of UTF-8 octets. */
    public static JsonGenerator writer(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out);
    }
}
