// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.json;

/**
 * Checks UTF-8 (RFC 3629). Done here because the parser is lenient: it takes overlong forms and surrogates, and guesses UTF-16 and UTF-32
 * from zero bytes.
 */
final class Utf8 {
    private Utf8() {}

    /**
     * Finds the first octet that is not part of a well-formed text: malformed sequences, and control characters, which JSON never holds raw.
     *
     * @return its index, or -1
     */
    static int firstBad(byte[] text) {
        int at = 0;
        while (at < text.length) {
            int lead = text[at] & 0xFF;
            int length = lengthOf(lead);
            if (length == 0 || at + length > text.length || !continues(text, at, lead, length)) {
                return at;
            }
            at += length;
        }
        return -1;
    }

    private static int lengthOf(int lead) {
        if (lead < 0x80) {
            return lead >= 0x20 || lead == '\n' || lead == '\r' || lead == '\t' ? 1 : 0;
        }
        if (lead < 0xC2) {
            return 0;
        }
        if (lead < 0xE0) {
            return 2;
        }
        return lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    }

    private static boolean continues(byte[] text, int at, int lead, int length) {
        if (length == 1) {
            return true;
        }
        int second = text[at + 1] & 0xFF;
        // The table of RFC 3629 section 4: no overlong forms, no surrogates, nothing above U+10FFFF.
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return false;
        }
        for (int i = 2; i < length; i++) {
            if ((text[at + i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
