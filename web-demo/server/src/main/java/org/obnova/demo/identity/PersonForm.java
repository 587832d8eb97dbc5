// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as typed into a form: field -> text, whatever state it is in. A draft is one; read as a whole it gives a person, or all that is
 * wrong.
 *
 * @param fields only {@link #FIELDS}; what is missing is empty
 */
public record PersonForm(Map<String, String> fields) {
    /** In the order of the page. Dates are {@code 1984-03-14} or {@code 14.03.1984}, kinds and sex as their wire names. */
    public static final List<String> FIELDS = List.of(
            "surname",
            "givenName",
            "patronymic",
            "documentKind",
            "series",
            "number",
            "departmentCode",
            "issued",
            "birthDate",
            "birthPlace",
            "sex",
            "citizenship",
            "snils",
            "inn",
            "email",
            "position",
            "unit",
            "ogrnip");

    /** Keeps the known fields, each without spaces around. */
    public PersonForm {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String value = fields.get(field);
            if (value != null && !value.isBlank()) {
                kept.put(field, value.strip());
            }
        }
        fields = Collections.unmodifiableMap(kept);
    }

    /**
     * What a form says.
     *
     * @param person null where something is wrong
     */
    public record Reading(@Nullable Person person, FieldErrors errors) {
        public Optional<Person> whole() {
            return Optional.ofNullable(person);
        }
    }

    /** An empty form. */
    public static PersonForm empty() {
        return new PersonForm(Map.of());
    }

    /** The form in which that person stands. */
    public static PersonForm of(Person person) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("surname", person.name().surname());
        fields.put("givenName", person.name().givenName());
        put(fields, "patronymic", person.name().patronymic());
        fields.put("documentKind", person.document().kind().wireName());
        put(fields, "series", person.document().series());
        fields.put("number", person.document().number());
        put(fields, "departmentCode", person.document().departmentCode());
        fields.put("issued", person.document().issued().toString());
        fields.put("birthDate", person.birthDate().toString());
        fields.put("birthPlace", person.birthPlace());
        fields.put("sex", person.sex().name().toLowerCase(Locale.ROOT));
        fields.put("citizenship", person.citizenship());
        fields.put("snils", person.snils().digits());
        put(fields, "inn", Optional.ofNullable(person.inn()).map(Inn::digits).orElse(null));
        fields.put("email", person.email());
        put(fields, "position", person.position());
        put(fields, "unit", person.unit());
        return new PersonForm(fields);
    }

    /** What stands in a field; empty where nothing does. */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    /** With one field changed. */
    public PersonForm with(String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new PersonForm(changed);
    }

    /** A day as typed, or none. */
    public static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(
                    typed.contains(".")
                            ? LocalDate.parse(
                                    typed,
                                    DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT))
                            : LocalDate.parse(typed));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /**
     * Reads it as a whole.
     *
     * @param today in Moscow: nothing lies in the future
     */
    public Reading read(LocalDate today) {
        return read(today, Set.of());
    }

    /**
     * Reads it as a whole, of somebody who must say more than everybody else.
     *
     * @param also fields that may not be empty besides
     */
    public Reading read(LocalDate today, Set<String> also) {
        return new PersonReading(this, today, also).read();
    }

    /**
     * The name that stands there.
     *
     * @throws org.obnova.demo.problem.Problem FIELD_INVALID
     */
    public PersonName name() {
        return new PersonName(get("surname"), get("givenName"), get("patronymic"));
    }

    /** Whether those fields are filled in as they must be. */
    public FieldErrors errors(LocalDate today, List<String> only) {
        Map<String, String> kept = new LinkedHashMap<>(read(today).errors().keys());
        kept.keySet().retainAll(only);
        return new FieldErrors(kept);
    }

    /**
     * The document that stands there.
     *
     * @throws org.obnova.demo.problem.Problem FIELD_INVALID
     */
    public IdentityDocument document() {
        return new PersonReading(this, LocalDate.MAX, Set.of()).document();
    }

    private static void put(Map<String, String> fields, String field, @Nullable String value) {
        if (value != null) {
            fields.put(field, value);
        }
    }
}
