// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

/**
 * Which characters a person can see. Control characters, format characters (bidirectional controls, zero-width ones), line and paragraph separators, lone
 * surrogates, private use, what Unicode has not assigned (non-characters among it), and letters and marks without a shape (fillers, variation selectors)
 * could make a text look other than it is.
 */
public final class VisibleText {
    private VisibleText() {}

    /** Whether a code point shows itself, or is a plain space. */
    public static boolean isVisible(int codePoint) {
        return !isBlankLetterOrMark(codePoint) && hasVisibleCategory(codePoint);
    }

    /** What is a letter, mark or symbol by its category and yet leaves no trace: Default_Ignorable_Code_Point (Unicode, UAX 44), and the blank of Braille. */
    private static boolean isBlankLetterOrMark(int codePoint) {
        return codePoint == 0x034F
                || codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x17B4
                || codePoint == 0x17B5
                || (codePoint >= 0x180B && codePoint <= 0x180F)
                || codePoint == 0x2800
                || codePoint == 0x3164
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || codePoint == 0xFFA0
                || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
    }

    private static boolean hasVisibleCategory(int codePoint) {
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
