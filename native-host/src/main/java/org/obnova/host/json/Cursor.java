// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.json;

import java.nio.charset.StandardCharsets;

/**
 * Where in the text the reader is, and the text's smallest parts: single signs, digits, strings. The text is well-formed UTF-8 without raw control
 * characters but white space. It is read in place: a frame may be an eighth of the heap.
 */
final class Cursor {
    private final byte[] text;
    private int at;

    Cursor(byte[] text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at >= text.length;
    }

    /** The octet here. */
    int peek() throws JsonException {
        if (isAtEnd()) {
            throw new JsonException("empty, or cut off");
        }
        return text[at] & 0xFF;
    }

    String since(int from) throws JsonException {
        if (at - from > JsonText.MAX_STRING_LENGTH) {
            throw new JsonException("too long a string");
        }
        return new String(text, from, at - from, StandardCharsets.UTF_8);
    }

    void skipSpace() {
        while (at < text.length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
    }

    /** Whether the sign stands here; then it is passed. */
    boolean skip(char sign) {
        boolean there = at < text.length && text[at] == sign;
        if (there) {
            at++;
        }
        return there;
    }

    void require(char sign) throws JsonException {
        if (!skip(sign)) {
            throw wrong();
        }
    }

    /** One digit or more. */
    void digits() throws JsonException {
        int from = at;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw wrong();
        }
    }

    /** A string in quotes, its escapes resolved. */
    String string() throws JsonException {
        require('"');
        int from = at;
        int stop = toStop();
        String plain = since(from);
        if (stop == '"') {
            at++;
            return plain;
        }
        StringBuilder built = new StringBuilder(plain);
        while (stop == '\\') {
            at++;
            built.append(escaped());
            from = at;
            stop = toStop();
            built.append(since(from));
            if (built.length() > JsonText.MAX_STRING_LENGTH) {
                throw new JsonException("too long a string");
            }
        }
        at++;
        return whole(built.toString());
    }

    JsonException wrong() {
        return new JsonException(
                (isAtEnd() ? "cut off at byte " : "not strict JSON at byte ").concat(String.valueOf(at)));
    }

    /** Goes to the next quote or backslash of the string, and gives it. */
    private int toStop() throws JsonException {
        while (true) {
            int octet = peek();
            if (octet == '"' || octet == '\\') {
                return octet;
            }
            if (octet < ' ') {
                throw wrong(); // White space that may not stand raw in a string.
            }
            at++;
        }
    }

    private char escaped() throws JsonException {
        int sign = peek();
        at++;
        return switch (sign) {
            case '"', '\\', '/' -> (char) sign;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (hexDigit() << 12 | hexDigit() << 8 | hexDigit() << 4 | hexDigit());
            default -> throw wrong();
        };
    }

    private int hexDigit() throws JsonException {
        int sign = peek();
        // Digits of other scripts count as digits elsewhere.
        int value = sign < 0x80 ? Character.digit(sign, 16) : -1;
        if (value < 0) {
            throw wrong();
        }
        at++;
        return value;
    }

    /** Escapes can smuggle in half a surrogate pair, which has no UTF-8. */
    private static String whole(String string) throws JsonException {
        for (int i = 0; i < string.length(); i++) {
            if (Character.isSurrogate(string.charAt(i))) {
                boolean pair =
                        i + 1 < string.length() && Character.isSurrogatePair(string.charAt(i), string.charAt(i + 1));
                if (!pair) {
                    throw new JsonException("a string with half a surrogate pair");
                }
                i++;
            }
        }
        return string;
    }
}
