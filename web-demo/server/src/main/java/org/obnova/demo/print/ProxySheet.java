// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.print;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.Person;

/**
 * A proxy that an organisation gives to one of its people.
 *
 * @param organisation that gives it
 * @param person who gets it
 * @param made its day
 */
public record ProxySheet(Organisation organisation, Person person, LocalDate made) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu 'г.'", Locale.of("ru", "RU"));

    /** A proxy without a term is good for a year (Civil Code, article 186); this one says its day. */
    private static final int MONTHS = 3;

    public String day() {
        return DAY.format(made);
    }

    public String until() {
        return DAY.format(made.plusMonths(MONTHS));
    }

    public String born() {
        return DAY.format(person.birthDate());
    }

    public String issued() {
        return DAY.format(person.document().issued());
    }

    public String position() {
        String position = person.position();
        return position == null ? "________________________" : position;
    }

    public String department() {
        String code = person.document().departmentCode();
        return code == null ? "" : ", код подразделения " + code;
    }
}
