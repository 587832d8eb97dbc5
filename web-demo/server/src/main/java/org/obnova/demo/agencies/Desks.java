// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.agencies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.obnova.demo.identity.DocumentKind;
import org.obnova.demo.identity.Person;
import org.obnova.demo.registers.Agency;

/** The desks of all agencies. */
final class Desks {
    private Desks() {}

    static Desk of(Agency agency, Population population) {
        return switch (agency) {
            case FNS -> new TaxDesk(population);
            case SFR -> only("/snils", fund(new Known(population)));
            case PASSPORTS -> only("/passport", passports(population));
            case ESIA -> only("/certificates", esia(new ConcurrentHashMap<>()));
        };
    }

    /** Its only service. */
    private interface Service {
        Answer answer(JsonNode question, boolean contrary);
    }

    private static Desk only(String path, Service service) {
        return (asked, question, contrary) ->
                asked.equals(path) ? Optional.of(service.answer(question, contrary)) : Optional.empty();
    }

    private static Service fund(Known known) {
        return (question, contrary) -> {
            boolean matches = known.bySnils(question)
                    .filter(person -> Known.named(person, question))
                    .isPresent();
            return new Answer(200, Json.object().put("matches", matches && !contrary));
        };
    }

    private static Service passports(Population population) {
        return (question, contrary) -> {
            boolean valid = population.people().stream()
                    .filter(person -> person.document().kind() == DocumentKind.PASSPORT)
                    .anyMatch(person -> isOf(person, question));
            return new Answer(200, Json.object().put("valid", valid && !contrary));
        };
    }

    private static boolean isOf(Person person, JsonNode question) {
        return Known.text(question, "series").equals(person.document().series())
                && Known.text(question, "number").equals(person.document().number())
                && Known.text(question, "departmentCode")
                        .equals(person.document().departmentCode())
                && Known.text(question, "issued")
                        .equals(person.document().issued().toString());
    }

    /** Registers a certificate once; whoever says it again gets the same answer with 200 instead of 201. */
    private static Service esia(Map<String, String> accounts) {
        return (question, contrary) -> {
            String name = Known.text(question, "sha256");
            if (contrary
                    || name.isEmpty()
                    || Known.text(question, "certificate").isEmpty()) {
                return new Answer(422, Json.object().put("error", "data_do_not_match"));
            }
            boolean first = accounts.putIfAbsent(name, Known.text(question, "snils")) == null;
            return new Answer(first ? 201 : 200, Json.object().put("registered", name));
        };
    }
}
