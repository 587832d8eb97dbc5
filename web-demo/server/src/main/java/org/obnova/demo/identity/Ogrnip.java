// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

import org.obnova.demo.problem.Problem;

/**
 * Number of a sole proprietor in the state register.
 *
 * @param digits 15 digits; the last one is the others modulo 13, modulo 10
 */
public record Ogrnip(String digits) {
    private static final int LENGTH = 15;
    private static final long MODULUS = 13;

    /** Refuses wrong length and a wrong check digit: FIELD_INVALID. */
    public Ogrnip {
        if (!valid(digits)) {
            throw Problem.field("ogrnip", "ogrnip must be 15 digits with a right check digit");
        }
    }

    /** What a person may type: with spaces. */
    public static Ogrnip parse(String typed) {
        return new Ogrnip(Digits.bare(typed));
    }

    private static boolean valid(String digits) {
        return Digits.only(digits, LENGTH)
                && Long.parseLong(digits.substring(0, LENGTH - 1)) % MODULUS % 10 == Digits.at(digits, LENGTH - 1);
    }
}
