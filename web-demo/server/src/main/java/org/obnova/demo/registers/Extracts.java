// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.registers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.obnova.demo.identity.Inn;
import org.obnova.demo.identity.Ogrn;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.PersonName;
import org.obnova.demo.problem.Problem;

/** What the agencies send, read with the same checks as what a person types. */
final class Extracts {
    private Extracts() {}

    /** Nothing where it is no INN. */
    static Optional<Inn> inn(JsonNode body) {
        try {
            return Optional.of(new Inn(body.path("inn").asText()));
        } catch (Problem senseless) {
            return Optional.empty();
        }
    }

    /** Nothing where it is no organisation. */
    static Optional<Organisation> organisation(JsonNode body) {
        try {
            JsonNode head = body.path("head");
            String patronymic = head.path("patronymic").asText("");
            return Optional.of(new Organisation(
                    body.path("name").asText(),
                    new Inn(body.path("inn").asText()),
                    new Ogrn(body.path("ogrn").asText()),
                    body.path("address").asText(),
                    new PersonName(
                            head.path("surname").asText(),
                            head.path("givenName").asText(),
                            patronymic),
                    body.path("headPosition").asText()));
        } catch (Problem senseless) {
            return Optional.empty();
        }
    }

    /** An organisation by its fields, for comparing and showing. */
    static Map<String, String> fields(Organisation organisation) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", organisation.name());
        fields.put("inn", organisation.inn().digits());
        fields.put("ogrn", organisation.ogrn().digits());
        fields.put("address", organisation.address());
        fields.put("head", organisation.head().full());
        fields.put("headPosition", organisation.headPosition());
        return fields;
    }
}
