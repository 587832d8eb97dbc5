// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.password;

/** How hard a new password is to guess, in four words: an estimate from its length and the kinds of its characters, nothing more. */
enum Strength {
    NONE,
    WEAK,
    FAIR,
    GOOD,
    STRONG;

    private static final double FAIR_BITS = 36;
    private static final double GOOD_BITS = 50;
    private static final double STRONG_BITS = 70;

    static Strength of(char[] password) {
        if (password.length == 0) {
            return NONE;
        }
        double bits = changes(password) * Math.log(alphabet(password)) / Math.log(2);
        return bits < FAIR_BITS ? WEAK : bits < GOOD_BITS ? FAIR : bits < STRONG_BITS ? GOOD : STRONG;
    }

    /** The length, where a character that repeats the one before it, or follows it in the alphabet, counts a quarter. */
    private static double changes(char[] password) {
        double changes = 1;
        for (int i = 1; i < password.length; i++) {
            changes += Math.abs(password[i] - password[i - 1]) <= 1 ? 0.25 : 1;
        }
        return changes;
    }

    private static int alphabet(char[] password) {
        boolean digits = false;
        boolean small = false;
        boolean capital = false;
        boolean other = false;
        for (char character : password) {
            digits |= Character.isDigit(character);
            small |= Character.isLowerCase(character);
            capital |= Character.isUpperCase(character);
            other |= !Character.isLetterOrDigit(character);
        }
        return (digits ? 10 : 0) + (small ? 26 : 0) + (capital ? 26 : 0) + (other ? 20 : 0) + 1;
    }
}
