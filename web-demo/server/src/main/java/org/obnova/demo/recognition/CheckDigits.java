// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

/** Check digits of machine-readable zones (ICAO Doc 9303 part 3, section 4.9): weights 7, 3, 1; a filler is 0. */
final class CheckDigits {
    private static final int[] WEIGHTS = {7, 3, 1};

    private CheckDigits() {}

    static char of(CharSequence text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += WEIGHTS[i % 3] * value(text.charAt(i));
        }
        return (char) ('0' + sum % 10);
    }

    private static int value(char one) {
        return one == '<' ? 0 : Character.digit(one, 36);
    }
}
