// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

import org.obnova.demo.problem.Problem;

/**
 * Number of an organisation in the state register.
 *
 * @param digits 13 digits; the last one is the others modulo 11, modulo 10
 */
public record Ogrn(String digits) {
    private static final int LENGTH = 13;
    private static final long MODULUS = 11;

    /** Refuses wrong length and a wrong check digit: FIELD_INVALID. */
    public Ogrn {
        if (!valid(digits)) {
            throw Problem.field("ogrn", "ogrn must be 13 digits with a right check digit");
        }
    }

    /** What a person may type: with spaces. */
    public static Ogrn parse(String typed) {
        return new Ogrn(Digits.bare(typed));
    }

    private static boolean valid(String digits) {
        return Digits.only(digits, LENGTH)
                && Long.parseLong(digits.substring(0, LENGTH - 1)) % MODULUS % 10 == Digits.at(digits, LENGTH - 1);
    }
}
