// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.registers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.identity.IdentityDocument;
import org.obnova.demo.identity.Person;
import org.obnova.demo.identity.PersonName;

/** What is sent to the agencies; dates are {@code 1984-03-14}. */
final class Questions {
    private Questions() {}

    static ObjectNode passport(IdentityDocument passport) {
        return document(empty(), passport)
                .put("issued", passport.issued().toString())
                .put("departmentCode", passport.departmentCode());
    }

    static ObjectNode snils(Person person) {
        return born(named(empty(), person.name()), person.birthDate())
                .put("sex", person.sex().name().toLowerCase(Locale.ROOT))
                .put("snils", person.snils().digits());
    }

    static ObjectNode inn(PersonName name, LocalDate birthDate, IdentityDocument document) {
        ObjectNode question = born(named(empty(), name), birthDate);
        document(question.putObject("document"), document);
        return question;
    }

    static ObjectNode of(String field, String value) {
        return empty().put(field, value);
    }

    private static ObjectNode named(ObjectNode question, PersonName name) {
        @Nullable String patronymic = name.patronymic();
        return question.put("surname", name.surname())
                .put("givenName", name.givenName())
                .put("patronymic", patronymic);
    }

    private static ObjectNode born(ObjectNode question, LocalDate day) {
        return question.put("birthDate", day.toString());
    }

    private static ObjectNode document(ObjectNode question, IdentityDocument document) {
        return question.put("kind", document.kind().wireName())
                .put("series", document.series())
                .put("number", document.number());
    }

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
