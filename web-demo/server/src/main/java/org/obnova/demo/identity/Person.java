// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;

/**
 * A person with everything that a qualified certificate and its registration in ESIA want (63-FZ, articles 17 and 18).
 *
 * @param citizenship ISO 3166-1 alpha-2, {@code RU} for a citizen of Russia
 * @param inn the person's own, of 12 digits; null where there is none yet
 * @param email for notices and for the certificate
 * @param position of an employee, or null
 * @param unit department of an employee, or null
 */
public record Person(
        PersonName name,
        IdentityDocument document,
        LocalDate birthDate,
        String birthPlace,
        Sex sex,
        String citizenship,
        Snils snils,
        @Nullable Inn inn,
        String email,
        @Nullable String position,
        @Nullable String unit) {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern EMAIL = Pattern.compile("[\\x21-\\x7e&&[^@]]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final int LONGEST = 128;

    /** Refuses what cannot be: FIELD_INVALID names the field. */
    public Person {
        require(line(birthPlace), "birthPlace");
        require(COUNTRY.matcher(citizenship).matches(), "citizenship");
        require(citizenshipFits(document.kind(), citizenship), "citizenship");
        require(inn == null || inn.ofPerson(), "inn");
        require(address(email), "email");
        position = position == null || position.isBlank() ? null : position;
        unit = unit == null || unit.isBlank() ? null : unit;
        require(position == null || line(position), "position");
        require(unit == null || line(unit), "unit");
        require(!document.issued().isBefore(birthDate), "issued");
    }

    static boolean address(String email) {
        return email.length() <= LONGEST && EMAIL.matcher(email).matches();
    }

    static boolean citizenshipFits(DocumentKind kind, String citizenship) {
        return kind.ofCitizen() == citizenship.equals("RU");
    }

    /** One line of visible characters. */
    static boolean line(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }

    private static void require(boolean condition, String field) {
        if (!condition) {
            throw Problem.field(field, field + " cannot be");
        }
    }
}
