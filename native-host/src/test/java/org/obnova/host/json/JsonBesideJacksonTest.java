// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our reader and writer beside a foreign one: what both take they understand alike, and what one refuses the other refuses too. */
class JsonBesideJacksonTest {
    private static final ObjectMapper JACKSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(JsonText.MAX_DEPTH)
                            .maxNumberLength(JsonText.MAX_NUMBER_LENGTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final List<String> SEEDS = List.of(
            "{\"a\":[1,-20,true,false,null,\"я😀\\u00e9\\n\\\\\\\"\\/\"],\"b\":{\"c\":1.5e-3}}",
            "[0,-0,12,1.25,3E+7,\"\\ud83d\\ude00\",\"\",[],{},[[[\"x\"]]]]",
            "{\"jsonrpc\":\"2.0\",\"id\":17,\"method\":\"hello\",\"params\":{\"language\":\"ru\"}}");

    private static final List<String> TOKENS = List.of(
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u12", "-", ".", "e", "0", "1", "null", "tru", " ", "\t", "я",
            "/");

    @ParameterizedTest
    @ValueSource(longs = {3, 20261122})
    void read_agreeWithJackson_onThousandsOfBrokenTexts(long seed) {
        Random random = new Random(seed);
        int taken = 0;
        for (int i = 0; i < 10_000; i++) {
            String text = broken(random);
            Object ours = ours(text);
            Object theirs = theirs(text);
            if (!Objects.equals(ours, theirs)) {
                assertThat(ours).as("seed %d: %s", seed, text).isEqualTo(theirs);
            }
            taken += ours == null ? 0 : 1;
        }
        assertThat(taken).as("some texts are still JSON, some are not").isBetween(1_000, 9_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 20261122})
    void write_beReadBack_byJackson(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int c = random.nextInt(12); c > 0; c--) {
                int point = random.nextInt(4) == 0 ? random.nextInt(0x30) : random.nextInt(0x11_0000);
                text.appendCodePoint(point >= 0xD800 && point < 0xE000 ? 'x' : point);
            }
            long number = random.nextLong();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (JsonWriter json = JsonText.writer(out)) {
                json.writeStartObject();
                json.writeStringField(text + "1", text.toString());
                json.writeNumberField("2", number);
                json.writeArrayFieldStart("3");
                json.writeString(text.toString());
                json.writeNull();
                json.writeStartObject();
                json.writeEndObject();
                json.writeEndArray();
                json.writeObjectFieldStart("4");
                json.writeBooleanField("5", true);
                json.writeBooleanField("6", false);
                json.writeEndObject();
                json.writeEndObject();
            }

            JsonNode read = JACKSON.readTree(out.toByteArray());
            assertThat(read.get(text + "1").asText()).isEqualTo(text.toString());
            assertThat(read.get("2").longValue()).isEqualTo(number);
            assertThat(read.get("3").get(0).asText()).isEqualTo(text.toString());
            assertThat(read.get("3")).hasSize(3);
            assertThat(read.at("/4/5").booleanValue()).isTrue();
        }
    }

    private static String broken(Random random) {
        StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            if (random.nextBoolean()) {
                text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
            } else {
                text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(2)));
            }
        }
        return text.toString();
    }

    private static @Nullable Object ours(String text) {
        try {
            return plain(JsonText.read(text.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonException e) {
            return null;
        }
    }

    private static Object plain(Json value) {
        return switch (value) {
            case Json.Members m -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                m.byName().forEach((name, inner) -> plain.put(name, plain(inner)));
                yield plain;
            }
            case Json.Items items ->
                items.list().stream().map(JsonBesideJacksonTest::plain).toList();
            case Json.Text t -> t.value();
            case Json.Whole w -> String.valueOf(w.value());
            case Json.OtherNumber _ -> "another number";
            case Json.Truth t -> t.value();
            case Json.Null _ -> "nothing";
        };
    }

    private static @Nullable Object theirs(String text) {
        // Jackson takes half a surrogate pair from an escape; we do not.
        try {
            JsonNode node = JACKSON.readTree(text.getBytes(StandardCharsets.UTF_8));
            return node.isMissingNode() || hasHalfAPair(node) ? null : plain(node);
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean hasHalfAPair(JsonNode node) {
        if (node.isTextual()) {
            return !StandardCharsets.UTF_8.newEncoder().canEncode(node.asText());
        }
        List<JsonNode> inner = new ArrayList<>();
        node.forEach(inner::add);
        return inner.stream().anyMatch(JsonBesideJacksonTest::hasHalfAPair);
    }

    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> plain = new LinkedHashMap<>();
            node.properties().forEach(field -> plain.put(field.getKey(), plain(field.getValue())));
            return plain;
        }
        if (node.isArray()) {
            List<Object> plain = new ArrayList<>();
            node.forEach(inner -> plain.add(plain(inner)));
            return plain;
        }
        if (node.isNumber()) {
            return node.canConvertToLong() && node.isIntegralNumber()
                    ? String.valueOf(node.longValue())
                    : "another number";
        }
        return node.isNull() ? "nothing" : node.isBoolean() ? node.booleanValue() : node.asText();
    }
}
