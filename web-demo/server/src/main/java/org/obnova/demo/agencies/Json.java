// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.agencies;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.obnova.demo.identity.PersonName;

/** Makes answers. */
final class Json {
    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static Answer notFound() {
        return new Answer(404, object().put("error", "not_found"));
    }

    static void name(ObjectNode body, PersonName name) {
        body.put("surname", name.surname()).put("givenName", name.givenName()).put("patronymic", name.patronymic());
    }
}
