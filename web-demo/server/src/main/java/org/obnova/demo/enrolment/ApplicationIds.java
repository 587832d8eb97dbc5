// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Ids that a person can read out: nothing in them looks like something else, and nobody guesses one (80 bits). */
final class ApplicationIds {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int COUNT = 16;

    private ApplicationIds() {}

    static String next(SecureRandom random) {
        return random.ints(COUNT, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }
}
