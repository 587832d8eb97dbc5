// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

/** The check digits of SNILS (Pension Fund's letter AD-25-27/8194 of 2010) and of a natural person's INN (order of the tax service ED-7-14/559). */
final class CheckDigits {
    private static final int[] INN_11 = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] INN_12 = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    private CheckDigits() {}

    /** Whether these are 11 digits of a SNILS. */
    static boolean isSnils(String digits) {
        if (!digits.matches("[0-9]{11}") || digits.startsWith("000000000")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += digit(digits, i) * (9 - i);
        }
        return Integer.parseInt(digits.substring(9)) == sum % 101 % 100;
    }

    /** Whether these are 12 digits of a natural person's INN. */
    static boolean isInn(String digits) {
        return digits.matches("[0-9]{12}")
                && !digits.equals("000000000000")
                && weighed(digits, INN_11) == digit(digits, 10)
                && weighed(digits, INN_12) == digit(digits, 11);
    }

    private static int weighed(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digit(digits, i) * weights[i];
        }
        return sum % 11 % 10;
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }
}
