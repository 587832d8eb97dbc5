// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON as UTF-8 octets. */
public final class JsonText {
    /** How deep objects and arrays may nest. */
    public static final int MAX_DEPTH = 64;

    /** How many digits a number may have. */
    public static final int MAX_NUMBER_LENGTH = 32;

    /** How many tokens a text may have: a small text could else become a tree of a hundred times its size. */
    public static final int MAX_TOKENS = 20_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxTokenCount(MAX_TOKENS)
                    .build())
            .build();

    private JsonText() {}

    /**
     * Reads exactly one value: no byte order mark, no duplicate names, no comments, nothing behind the value but white space.
     *
     * @param utf8 the text
     * @throws JsonException where the text is anything else
     */
    public static Json read(byte[] utf8) throws JsonException {
        int bad = Utf8.firstBad(utf8);
        if (bad >= 0) {
            throw new JsonException("not UTF-8, or a raw control character, at byte ".concat(String.valueOf(bad)));
        }
        if (utf8.length >= 3 && utf8[0] == (byte) 0xEF && utf8[1] == (byte) 0xBB && utf8[2] == (byte) 0xBF) {
            throw new JsonException("begins with a byte order mark");
        }
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            try {
                Json value = value(parser, parser.nextToken());
                if (parser.nextToken() != null) {
                    throw new JsonException("something stands behind the value");
                }
                return value;
            } catch (IOException e) {
                long offset = parser.currentLocation().getByteOffset();
                throw new JsonException("not strict JSON near byte ".concat(String.valueOf(offset)), e);
            }
        } catch (IOException e) {
            throw new JsonException("not strict JSON", e);
        }
    }

    /** A generator of UTF-8 octets. */
    public static JsonGenerator writer(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out);
    }

    private static Json value(JsonParser parser, @Nullable JsonToken token) throws IOException, JsonException {
        if (token == null) {
            throw new JsonException("empty, or cut off");
        }
        return switch (token) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> new Json.Text(text(parser));
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> new Json.OtherNumber(parser.getText());
            case VALUE_TRUE -> new Json.Truth(true);
            case VALUE_FALSE -> new Json.Truth(false);
            case VALUE_NULL -> new Json.Null();
            default -> throw new JsonException("not a value");
        };
    }

    private static Json members(JsonParser parser) throws IOException, JsonException {
        Map<String, Json> byName = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = text(parser);
            byName.put(name, value(parser, parser.nextToken()));
        }
        return new Json.Members(Collections.unmodifiableMap(byName));
    }

    private static Json items(JsonParser parser) throws IOException, JsonException {
        List<Json> list = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            list.add(value(parser, token));
        }
        return new Json.Items(Collections.unmodifiableList(list));
    }

    private static Json whole(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> new Json.Whole(parser.getLongValue());
            default -> new Json.OtherNumber(parser.getText());
        };
    }

    /** A name or a string; escapes can smuggle in half a surrogate pair, which has no UTF-8. */
    private static String text(JsonParser parser) throws IOException, JsonException {
        String text = parser.getText();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isHighSurrogate(text.charAt(i))
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new JsonException("a string with half a surrogate pair");
                }
                i++;
            }
        }
        return text;
    }
}
