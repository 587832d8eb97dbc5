// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.agencies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.obnova.demo.identity.Inn;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.problem.Problem;

/** FNS: {@code /inn}, {@code /egrul}, {@code /egrip}. */
final class TaxDesk implements Desk {
    private static final String INN = "inn";

    private final Population population;
    private final Known known;

    TaxDesk(Population population) {
        this.population = population;
        this.known = new Known(population);
    }

    @Override
    public Optional<Answer> answer(String path, JsonNode question, boolean contrary) {
        return switch (path) {
            case "/inn" -> Optional.of(inn(question, contrary));
            case "/egrul" -> Optional.of(egrul(question, contrary));
            case "/egrip" -> Optional.of(egrip(question, contrary));
            default -> Optional.empty();
        };
    }

    private Answer inn(JsonNode question, boolean contrary) {
        return known.byDocument(question.path("document"))
                .filter(person -> Known.named(person, question))
                .flatMap(person -> Optional.ofNullable(person.inn()))
                .map(inn -> number(contrary ? another(inn) : inn))
                .orElseGet(Json::notFound);
    }

    private Answer egrul(JsonNode question, boolean contrary) {
        return population.organisations().stream()
                .filter(one -> one.inn().digits().equals(Known.text(question, INN)))
                .findFirst()
                .map(one -> extract(one, contrary))
                .orElseGet(Json::notFound);
    }

    private Answer egrip(JsonNode question, boolean contrary) {
        Inn inn = population.proprietors().get(Known.text(question, "ogrnip"));
        return inn == null ? Json.notFound() : number(contrary ? another(inn) : inn);
    }

    /** An organisation that disagrees has moved, and its head is called otherwise now. */
    private static Answer extract(Organisation organisation, boolean contrary) {
        ObjectNode body = Json.object()
                .put("name", organisation.name())
                .put(INN, organisation.inn().digits())
                .put("ogrn", organisation.ogrn().digits())
                .put("address", contrary ? "101000, г. Москва, ул. Новая, д. 7, офис 12" : organisation.address())
                .put("headPosition", contrary ? "Президент" : organisation.headPosition());
        Json.name(body.putObject("head"), organisation.head());
        return new Answer(200, body);
    }

    private static Answer number(Inn inn) {
        return new Answer(200, Json.object().put(INN, inn.digits()));
    }

    /** The next number of a person with right check digits. */
    private static Inn another(Inn inn) {
        long next = Long.parseLong(inn.digits().substring(0, 10)) + 1;
        for (int check = 0; check < 100; check++) {
            String digits = String.format(java.util.Locale.ROOT, "%010d%02d", next % 10_000_000_000L, check);
            if (isInn(digits)) {
                return new Inn(digits);
            }
        }
        throw new IllegalStateException("a number without check digits");
    }

    private static boolean isInn(String digits) {
        try {
            return new Inn(digits).ofPerson();
        } catch (Problem wrongDigits) {
            return false;
        }
    }
}
