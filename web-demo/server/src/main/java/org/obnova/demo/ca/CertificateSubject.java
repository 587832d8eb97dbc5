// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;

/**
 * The person of a certificate; {@link Capacity} says for whom the person stands in it.
 *
 * @param commonName full name exactly as in the passport (Ё and Й kept)
 * @param surname surname
 * @param givenName first name and patronymic
 * @param country two capital letters, ISO 3166-1 alpha-2
 * @param snils 11 digits with right check digits
 * @param inn 12 digits with right check digits
 * @param email address for subjectAltName, or null
 */
public record CertificateSubject(
        String commonName,
        String surname,
        String givenName,
        String country,
        String snils,
        String inn,
        @Nullable String email) {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern EMAIL = Pattern.compile("[\\x21-\\x7e&&[^@]]{1,64}@[A-Za-z0-9.-]{1,190}");
    private static final int[] INN_FIRST = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] INN_SECOND = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    /** Refuses what no certificate may hold: FIELD_INVALID names the field. */
    public CertificateSubject {
        text("commonName", commonName);
        text("surname", surname);
        text("givenName", givenName);
        require(COUNTRY.matcher(country).matches(), "country", "must be two capital letters");
        require(snilsValid(snils), "snils", "must be 11 digits with right check digits");
        require(innValid(inn), "inn", "must be 12 digits with right check digits");
        require(email == null || EMAIL.matcher(email).matches(), "email", "must be an address");
    }

    /** Whether both name the same person: names, SNILS and INN agree exactly. */
    public boolean samePerson(CertificateSubject other) {
        return identity().equals(other.identity());
    }

    /** The same without the address. */
    public CertificateSubject withoutEmail() {
        return new CertificateSubject(commonName, surname, givenName, country, snils, inn, null);
    }

    private List<String> identity() {
        return List.of(commonName, surname, givenName, snils, inn);
    }

    private static void text(String field, String value) {
        require(isText(value), field, "must be 1 to 128 visible characters");
    }

    static boolean isText(String value) {
        return !value.isBlank()
                && value.length() <= 128
                && value.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }

    private static void require(boolean condition, String field, String detail) {
        if (!condition) {
            throw Problem.field(field, field + " " + detail);
        }
    }

    private static boolean snilsValid(String snils) {
        if (!digits(snils, 11)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (9 - i) * (snils.charAt(i) - '0');
        }
        int expected = sum % 101 % 100;
        return expected == Integer.parseInt(snils.substring(9));
    }

    private static boolean innValid(String inn) {
        return digits(inn, 12)
                && check(inn, INN_FIRST) == inn.charAt(10) - '0'
                && check(inn, INN_SECOND) == inn.charAt(11) - '0';
    }

    private static int check(String inn, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (inn.charAt(i) - '0');
        }
        return sum % 11 % 10;
    }

    private static boolean digits(String value, int count) {
        return value.length() == count && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
