// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

/**
 * Which characters a person can see. Control characters, format characters (bidirectional controls, zero-width ones), line and paragraph separators, lone
 * surrogates, private use, and what Unicode has not assigned (non-characters among it) could make a text look other than it is.
 */
public final class VisibleText {
    private VisibleText() {}

    /** Whether a code point shows itself, or is a plain space. */
    public static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** The text with U+FFFD in place of what does not show itself. */
    public static String shown(String text) {
        return text.codePoints()
                .map(c -> isVisible(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
