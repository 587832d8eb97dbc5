// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.agencies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.identity.Person;

/** Finds people by what a question says of them. Ё and Е are different letters here, as in the registers. */
final class Known {
    private final Population population;

    Known(Population population) {
        this.population = population;
    }

    /** By document. */
    Optional<Person> byDocument(JsonNode document) {
        return population.people().stream()
                .filter(person -> person.document().kind().wireName().equals(text(document, "kind"))
                        && same(person.document().series(), document, "series")
                        && person.document().number().equals(text(document, "number")))
                .findFirst();
    }

    /** Whether the question is of that person. */
    static boolean named(Person person, JsonNode question) {
        return person.name().surname().equals(text(question, "surname"))
                && person.name().givenName().equals(text(question, "givenName"))
                && same(person.name().patronymic(), question, "patronymic")
                && person.birthDate().toString().equals(text(question, "birthDate"));
    }

    /** By SNILS. */
    Optional<Person> bySnils(JsonNode question) {
        return population.people().stream()
                .filter(person -> person.snils().digits().equals(text(question, "snils")))
                .findFirst();
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static boolean same(@Nullable String known, JsonNode node, String field) {
        return (known == null ? "" : known).equals(node.path(field).isNull() ? "" : text(node, field));
    }
}
