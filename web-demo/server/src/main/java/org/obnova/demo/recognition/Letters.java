// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

/**
 * The letters of the machine-readable zone: each Russian letter is one sign, so that nothing is lost (order of the Federal Migration Service 279 of
 * 2013, «модернизированный клер»).
 */
final class Letters {
    private static final String LATIN = "ABVGDE2JZIQKLMNOPRSTUFHC34WXY9678";
    private static final String RUSSIAN = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";

    /** What stands in names: 0, 1 and 5 code no letter. */
    static final String IN_NAMES = LATIN + "<";

    private Letters() {}

    /** The Russian letters of a part of a name, each word with one capital. */
    static String russian(String coded) {
        StringBuilder name = new StringBuilder();
        boolean first = true;
        for (int at = 0; at < coded.length(); at++) {
            char one = coded.charAt(at);
            int index = LATIN.indexOf(one);
            if (index < 0) {
                name.append('-');
                first = true;
            } else {
                char letter = RUSSIAN.charAt(index);
                name.append(first ? letter : Character.toLowerCase(letter));
                first = false;
            }
        }
        return name.toString();
    }

    /** The signs of a name in the zone. */
    static String coded(String russian) {
        StringBuilder coded = new StringBuilder();
        for (char one : russian.toUpperCase(java.util.Locale.ROOT).toCharArray()) {
            int index = RUSSIAN.indexOf(one);
            coded.append(index < 0 ? '<' : LATIN.charAt(index));
        }
        return coded.toString();
    }
}
