// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.json;

/** Where in the text the reader is, and the text's smallest parts: single signs and strings. */
final class Cursor {
    /** Behind the last character. */
    static final int END = -1;

    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    String since(int start) {
        return text.substring(start, at);
    }

    void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** Whether the sign stands here; then it is passed. */
    boolean skip(char sign) {
        if (peek() != sign) {
            return false;
        }
        at++;
        return true;
    }

    void require(char sign) throws JsonException {
        if (!skip(sign)) {
            throw wrong("another sign than the grammar wants");
        }
    }

    /** The character here, or {@link #END}. */
    int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    char next() throws JsonException {
        if (at == text.length()) {
            throw wrong("cut off");
        }
        return text.charAt(at++);
    }

    /** Whether the word stands here; then it is passed. */
    boolean skipWord(String word) {
        if (!text.startsWith(word, at)) {
            return false;
        }
        at += word.length();
        return true;
    }

    /** A string in quotes, its escapes resolved. */
    String string() throws JsonException {
        require('"');
        int start = at;
        int stop = start;
        while (stop < text.length() && isPlain(text.charAt(stop))) {
            stop++;
        }
        at = stop;
        if (peek() == '"') {
            at++;
            return text.substring(start, stop);
        }
        return withEscapes(new StringBuilder(text.substring(start, stop)));
    }

    private String withEscapes(StringBuilder built) throws JsonException {
        while (true) {
            char next = next();
            if (next == '"') {
                return checked(built.toString());
            }
            built.append(next == '\\' ? escaped() : raw(next));
        }
    }

    private static boolean isPlain(char sign) {
        return sign != '"' && sign != '\\' && sign >= ' ';
    }

    private char raw(char sign) throws JsonException {
        if (sign < ' ') {
            throw wrong("a raw control character in a string");
        }
        return sign;
    }

    private char escaped() throws JsonException {
        char sign = next();
        return switch (sign) {
            case '"', '\\', '/' -> sign;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (digit() << 12 | digit() << 8 | digit() << 4 | digit());
            default -> throw wrong("an escape that does not exist");
        };
    }

    private int digit() throws JsonException {
        char next = next();
        // Digits of other scripts count as digits elsewhere.
        int value = next < 128 ? Character.digit(next, 16) : -1;
        if (value < 0) {
            throw wrong("an escape without its four digits");
        }
        return value;
    }

    /** Escapes can smuggle in half a surrogate pair, which has no UTF-8. */
    private String checked(String string) throws JsonException {
        for (int i = 0; i < string.length(); i++) {
            if (Character.isSurrogate(string.charAt(i))) {
                boolean pair =
                        i + 1 < string.length() && Character.isSurrogatePair(string.charAt(i), string.charAt(i + 1));
                if (!pair) {
                    throw wrong("a string with half a surrogate pair");
                }
                i++;
            }
        }
        return string;
    }

    JsonException wrong(String what) {
        return new JsonException(what.concat(" near character ").concat(String.valueOf(at)));
    }
}
