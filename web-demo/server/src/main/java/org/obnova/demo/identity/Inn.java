// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

import org.obnova.demo.problem.Problem;

/**
 * Taxpayer's number.
 *
 * @param digits 12 of a person, 10 of an organisation; the last two, or the last one, check the others
 */
public record Inn(String digits) {
    private static final int PERSON = 12;
    private static final int ORGANISATION = 10;
    private static final int[] WEIGHTS = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    /** Refuses wrong length and wrong check digits: FIELD_INVALID. */
    public Inn {
        if (!valid(digits)) {
            throw Problem.field("inn", "inn must be 10 or 12 digits with right check digits");
        }
    }

    /** What a person may type: with spaces. */
    public static Inn parse(String typed) {
        return new Inn(Digits.bare(typed));
    }

    /** Whether it is a person's, not an organisation's. */
    public boolean ofPerson() {
        return digits.length() == PERSON;
    }

    private static boolean valid(String digits) {
        if (Digits.only(digits, ORGANISATION)) {
            return checked(digits, 9);
        }
        return Digits.only(digits, PERSON) && checked(digits, 10) && checked(digits, 11);
    }

    /** Whether the digit at that place is the weighted sum of those before it, modulo 11, and 10 is 0; the last weight is always 8. */
    private static boolean checked(String digits, int place) {
        int sum = 0;
        for (int i = 0; i < place; i++) {
            sum += WEIGHTS[WEIGHTS.length - place + i] * Digits.at(digits, i);
        }
        return sum % 11 % 10 == Digits.at(digits, place);
    }
}
