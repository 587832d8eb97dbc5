// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.accounts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/**
 * Which passwords are too easy: length counts, kinds of characters do not (NIST SP 800-63B section 5.1.1.2).
 */
final class PasswordRule {
    static final int SHORTEST = 10;
    static final int LONGEST = 128;
    private static final int DISTINCT = 5;

    /** The often used ones that are long enough to pass otherwise. */
    private static final Set<String> COMMON = Set.of(
            "1234567890",
            "0987654321",
            "12345678910",
            "123123123123",
            "1q2w3e4r5t",
            "1q2w3e4r5t6y",
            "qwertyuiop",
            "йцукенгшщз",
            "passwordpassword",
            "password123",
            "password1234",
            "парольпароль",
            "пароль12345",
            "adminadmin",
            "qwerty123456",
            "йцукен12345");

    private PasswordRule() {}

    /** @throws Problem PASSWORD_WEAK */
    static void check(String password, String email) {
        String bare = Normalizer.normalize(password, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        int length = bare.codePointCount(0, bare.length());
        boolean weak = length < SHORTEST
                || length > LONGEST
                || bare.codePoints().distinct().count() < DISTINCT
                || COMMON.contains(bare)
                || bare.contains(email.toLowerCase(Locale.ROOT))
                || email.toLowerCase(Locale.ROOT).startsWith(bare);
        if (weak) {
            throw new Problem(ProblemCode.PASSWORD_WEAK, "password too easy");
        }
    }
}
