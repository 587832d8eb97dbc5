// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.obnova.demo.problem.ProblemCode;

/** The texts of error codes, read from the registry that host, extension and CA share ({@code native-host/doc/errors.json}). */
public final class ErrorTexts {
    private final Map<String, JsonNode> errors = new HashMap<>();

    public ErrorTexts() {
        try (InputStream registry = Objects.requireNonNull(ErrorTexts.class.getResourceAsStream("errors.json"))) {
            for (JsonNode error : new ObjectMapper().readTree(registry).path("errors")) {
                errors.put(error.path("name").asText(), error);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the registry of error codes", e);
        }
    }

    /** The problem document of a refusal, in a language. */
    public ProblemDocument document(ProblemCode code, Language language, Map<String, String> values) {
        JsonNode error = errors.get(code.wireName());
        if (error == null) {
            throw new IllegalArgumentException("not in the registry: " + code);
        }
        JsonNode texts = error.path(language.code());
        return new ProblemDocument(
                "urn:obnova:error:" + code.wireName(),
                filled(texts.path("message").asText(), values),
                code.status(),
                error.path("code").asInt(),
                code.wireName(),
                filled(texts.path("loss").asText(), values),
                filled(texts.path("hint").asText(), values),
                null);
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
