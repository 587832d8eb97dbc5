// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.obnova.demo.identity.PersonForm;

/** The change table (S5): which data may change, and how the statement is given then. */
public enum Change {
    NAME(Route.PAPER, "surname", "givenName", "patronymic"),
    SNILS(Route.PAPER, "snils"),
    INN(Route.PAPER, "inn"),
    DOCUMENT(Route.SIGNATURE, "documentKind", "series", "number", "departmentCode", "issued", "citizenship"),
    EMAIL(Route.SIGNATURE, "email"),
    POSITION(Route.SIGNATURE, "position"),
    UNIT(Route.SIGNATURE, "unit");

    private final Route route;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, which its type does not say.
    private final List<String> fields;

    Change(Route route, String... fields) {
        this.route = route;
        this.fields = List.of(fields);
    }

    /** How the statement is given where this has changed. */
    public Route route() {
        return route;
    }

    /** Tail of its text key. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is another in the new form; what the old one did not have has not changed. */
    public static List<Change> between(PersonForm before, PersonForm after) {
        return Arrays.stream(values())
                .filter(change -> change.fields.stream()
                        .anyMatch(field -> !before.get(field).isEmpty()
                                && !before.get(field).equals(after.get(field))))
                .toList();
    }
}
