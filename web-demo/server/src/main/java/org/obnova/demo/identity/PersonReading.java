// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;

/** One pass over a form: each field is checked, none hides another. */
final class PersonReading {
    /** A passport is given at 14 (Government Decree 2267 of 2023-12-23); nobody younger holds a certificate. */
    private static final int YOUNGEST = 14;

    private static final int OLDEST = 130;

    private final PersonForm form;
    private final LocalDate today;
    private final Set<String> also;
    private final Map<String, String> errors = new LinkedHashMap<>();

    /** @param also fields that may not be empty besides */
    PersonReading(PersonForm form, LocalDate today, Set<String> also) {
        this.form = form;
        this.today = today;
        this.also = also;
    }

    PersonForm.Reading read() {
        PersonForm.FIELDS.forEach(this::check);
        if (!errors.isEmpty()) {
            return new PersonForm.Reading(null, new FieldErrors(errors));
        }
        try {
            return new PersonForm.Reading(person(), FieldErrors.none());
        } catch (Problem problem) {
            String field = problem.values().getOrDefault("field", "surname");
            return new PersonForm.Reading(null, new FieldErrors(Map.of(field, field)));
        }
    }

    private void check(String field) {
        String value = form.get(field);
        if (value.isEmpty() && also.contains(field)) {
            errors.put(field, "required");
            return;
        }
        @Nullable
        String wrong = switch (field) {
            case "surname", "givenName" ->
                value.isEmpty() ? "required" : PersonName.acceptable(value) ? null : "letters";
            case "patronymic" -> value.isEmpty() || PersonName.acceptable(value) ? null : "letters";
            case "documentKind" -> kind().isPresent() ? null : "choose";
            case "series", "number", "departmentCode" -> document(field, value);
            case "issued" -> issued(value);
            case "birthDate" -> born(value);
            case "birthPlace" -> value.isEmpty() ? "required" : Person.line(value) ? null : "line";
            case "sex" -> sex().isPresent() ? null : "choose";
            case "citizenship" -> citizenship();
            case "snils" -> value.isEmpty() ? "required" : fits(value, Snils::parse) ? null : "snils";
            case "inn" -> value.isEmpty() ? "required" : personsInn(value) ? null : "inn";
            case "email" -> value.isEmpty() ? "required" : Person.address(value) ? null : "email";
            case "ogrnip" -> value.isEmpty() || fits(value, Ogrnip::parse) ? null : "ogrnip";
            default -> value.isEmpty() || Person.line(value) ? null : "line";
        };
        if (wrong != null) {
            errors.put(field, wrong);
        }
    }

    private @Nullable String document(String field, String value) {
        DocumentKind kind = kind().orElse(DocumentKind.PASSPORT);
        boolean passport = kind == DocumentKind.PASSPORT;
        if (value.isEmpty()) {
            return passport || field.equals("number") ? "required" : null;
        }
        return switch (field) {
            case "series" -> IdentityDocument.seriesFits(kind, number(field)) ? null : passport ? "series" : "line";
            case "number" -> IdentityDocument.numberFits(kind, number(field)) ? null : passport ? "number" : "line";
            default -> IdentityDocument.departmentFits(kind, department()) ? null : "departmentCode";
        };
    }

    private @Nullable String issued(String value) {
        if (value.isEmpty()) {
            return "required";
        }
        Optional<LocalDate> day = PersonForm.day(value);
        if (day.isEmpty()) {
            return "date";
        }
        if (day.get().isAfter(today)) {
            return "future";
        }
        LocalDate birth = PersonForm.day(form.get("birthDate")).orElse(null);
        return birth != null && day.get().isBefore(birth) ? "issued" : null;
    }

    private @Nullable String born(String value) {
        if (value.isEmpty()) {
            return "required";
        }
        Optional<LocalDate> day = PersonForm.day(value);
        if (day.isEmpty()) {
            return "date";
        }
        boolean possible =
                !day.get().isAfter(today.minusYears(YOUNGEST)) && day.get().isAfter(today.minusYears(OLDEST));
        return possible ? null : "birthDate";
    }

    private @Nullable String citizenship() {
        String value = country();
        if (value.isEmpty()) {
            return "required";
        }
        if (Arrays.stream(Locale.getISOCountries()).noneMatch(value::equals)) {
            return "country";
        }
        return kind().isEmpty() || Person.citizenshipFits(kind().get(), value) ? null : "citizenship";
    }

    IdentityDocument document() {
        return new IdentityDocument(
                kind().orElseThrow(() -> Problem.field("documentKind", "no kind of document")),
                number("series"),
                number("number"),
                department(),
                PersonForm.day(form.get("issued")).orElseThrow(() -> Problem.field("issued", "no day")));
    }

    private Person person() {
        return new Person(
                form.name(),
                document(),
                PersonForm.day(form.get("birthDate")).orElseThrow(),
                form.get("birthPlace"),
                sex().orElseThrow(),
                country(),
                Snils.parse(form.get("snils")),
                Inn.parse(form.get("inn")),
                form.get("email"),
                form.get("position"),
                form.get("unit"));
    }

    private Optional<DocumentKind> kind() {
        return Arrays.stream(DocumentKind.values())
                .filter(kind -> kind.wireName().equals(form.get("documentKind")))
                .findFirst();
    }

    private Optional<Sex> sex() {
        return Arrays.stream(Sex.values())
                .filter(sex -> sex.name().equalsIgnoreCase(form.get("sex")))
                .findFirst();
    }

    /** A citizen of Russia with a Russian passport need not say so. */
    private String country() {
        String typed = form.get("citizenship").toUpperCase(Locale.ROOT);
        return typed.isEmpty() && kind().map(DocumentKind::ofCitizen).orElse(true) ? "RU" : typed;
    }

    /** A Russian passport's numbers are often typed with spaces. */
    private String number(String field) {
        String typed = form.get(field);
        return kind().orElse(DocumentKind.PASSPORT) == DocumentKind.PASSPORT ? Digits.bare(typed) : typed;
    }

    private @Nullable String department() {
        String bare = Digits.bare(form.get("departmentCode"));
        return Digits.only(bare, 6) ? bare.substring(0, 3) + "-" + bare.substring(3) : form.get("departmentCode");
    }

    private static boolean personsInn(String value) {
        return fits(value, typed -> {
            Inn inn = Inn.parse(typed);
            if (!inn.ofPerson()) {
                throw Problem.field("inn", "an organisation's");
            }
            return inn;
        });
    }

    private static boolean fits(String value, Function<String, ?> parse) {
        try {
            Object parsed = parse.apply(value);
            return parsed != null;
        } catch (Problem refused) {
            return false;
        }
    }
}
