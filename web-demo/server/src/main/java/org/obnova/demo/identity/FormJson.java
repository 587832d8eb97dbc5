// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Forms and organisations as JSON objects of texts, as they are kept. */
public final class FormJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private FormJson() {}

    public static String write(PersonForm form) {
        return write(form.fields());
    }

    public static PersonForm form(String json) {
        return new PersonForm(texts(json));
    }

    public static String write(Organisation organisation) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", organisation.name());
        fields.put("inn", organisation.inn().digits());
        fields.put("ogrn", organisation.ogrn().digits());
        fields.put("address", organisation.address());
        fields.put("surname", organisation.head().surname());
        fields.put("givenName", organisation.head().givenName());
        Optional.ofNullable(organisation.head().patronymic()).ifPresent(name -> fields.put("patronymic", name));
        fields.put("headPosition", organisation.headPosition());
        return write(fields);
    }

    public static Organisation organisation(String json) {
        Map<String, String> fields = texts(json);
        return new Organisation(
                of(fields, "name"),
                new Inn(of(fields, "inn")),
                new Ogrn(of(fields, "ogrn")),
                of(fields, "address"),
                new PersonName(of(fields, "surname"), of(fields, "givenName"), fields.get("patronymic")),
                of(fields, "headPosition"));
    }

    private static String of(Map<String, String> fields, String field) {
        @Nullable String value = fields.get(field);
        return value == null ? "" : value;
    }

    public static String write(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("texts are JSON", e);
        }
    }

    public static Map<String, String> texts(String json) {
        try {
            return JSON.readValue(json, TEXTS);
        } catch (IOException e) {
            throw new UncheckedIOException("no texts in JSON", e);
        }
    }
}
