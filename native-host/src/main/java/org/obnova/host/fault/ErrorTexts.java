// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;

/** What a person reads of a fault, from {@code errors.json}. Nothing is read before the first fault: the start does without. */
public final class ErrorTexts {
    /**
     * The three lines of an error.
     *
     * @param message what happened
     * @param loss whether anything is lost
     * @param hint what to do now
     */
    public record Text(String message, String loss, String hint) {}

    private static final String REGISTRY = "errors.json";
    private static final int MAX_ENTRIES = 1000;
    private static final int MAX_TEXT = 500;

    private ErrorTexts() {}

    /**
     * The texts of a fault, its values put in.
     *
     * @param language {@code ru} or {@code en}
     */
    public static Text of(Fault fault, String language) {
        Text text = Registry.TEXTS.get(key(fault.code().wireName(), language));
        if (text == null) {
            throw new IllegalStateException(
                    "errors.json lacks " + key(fault.code().wireName(), language));
        }
        return new Text(fill(text.message(), fault), fill(text.loss(), fault), fill(text.hint(), fault));
    }

    private static String fill(String text, Fault fault) {
        String filled = text;
        for (Map.Entry<String, String> value : fault.values().entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private static String key(String name, String language) {
        return name + "/" + language;
    }

    /** Initialised at the first fault. */
    private static final class Registry {
        static final Map<String, Text> TEXTS = read();

        private static Map<String, Text> read() {
            try (InputStream in = ErrorTexts.class.getResourceAsStream(REGISTRY)) {
                if (in == null) {
                    throw new IllegalStateException("errors.json is not there");
                }
                Map<String, Text> texts = new HashMap<>();
                Fields registry = Fields.of(REGISTRY, JsonText.read(in.readAllBytes()));
                for (Json entry : registry.items("errors", MAX_ENTRIES)) {
                    Fields fields = Fields.of(REGISTRY, entry);
                    String name = fields.text("name", 1, MAX_TEXT);
                    texts.put(key(name, "ru"), text(fields.object("ru")));
                    texts.put(key(name, "en"), text(fields.object("en")));
                }
                return texts;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (JsonException e) {
                throw new IllegalStateException("errors.json is damaged", e);
            }
        }

        private static Text text(Fields fields) throws JsonException {
            return new Text(
                    fields.text("message", 1, MAX_TEXT),
                    fields.text("loss", 1, MAX_TEXT),
                    fields.text("hint", 1, MAX_TEXT));
        }
    }
}
