// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

import org.obnova.demo.problem.Problem;

/**
 * Insurance number of an individual account.
 *
 * @param digits 11 digits, the last two of which check the others: the sum of the nine digits times 9 to 1, modulo 101, and 100 is 00
 */
public record Snils(String digits) {
    /** Numbers up to 001-001-998 are older than the check. */
    private static final int LAST_UNCHECKED = 1_001_998;

    /** Refuses wrong length and wrong check digits: FIELD_INVALID. */
    public Snils {
        if (!valid(digits)) {
            throw Problem.field("snils", "snils must be 11 digits with right check digits");
        }
    }

    /** What a person may type: with hyphens and spaces. */
    public static Snils parse(String typed) {
        return new Snils(Digits.bare(typed));
    }

    /** As people write it: {@code 112-233-445 95}. */
    public String display() {
        return digits.substring(0, 3) + "-" + digits.substring(3, 6) + "-" + digits.substring(6, 9) + " "
                + digits.substring(9);
    }

    private static boolean valid(String digits) {
        if (!Digits.only(digits, 11)) {
            return false;
        }
        int number = Integer.parseInt(digits.substring(0, 9));
        if (number <= LAST_UNCHECKED) {
            return number > 0;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (9 - i) * Digits.at(digits, i);
        }
        return sum % 101 % 100 == Integer.parseInt(digits.substring(9));
    }
}
