// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorTextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");

    @Test
    void registry_nameEachCodeOfTheHost_andNoOther() throws IOException {
        Map<String, Integer> registered = new TreeMap<>();
        for (JsonNode entry : registry()) {
            if (entry.get("from").asText().equals("host")) {
                registered.put(entry.get("name").asText(), entry.get("code").asInt());
            }
        }
        Map<String, Integer> ours = new TreeMap<>();
        for (ErrorCode code : ErrorCode.values()) {
            ours.put(code.wireName(), code.number());
        }

        assertThat(registered).isEqualTo(ours);
    }

    @Test
    void registry_useEachNumberAndNameOnce_andHaveAllTextsInBothLanguages() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (JsonNode entry : registry()) {
            numbers.add(entry.get("code").asInt());
            names.add(entry.get("name").asText());
            assertThat(entry.get("from").asText()).isIn("host", "extension", "page", "ca");
            for (String language : List.of("ru", "en")) {
                for (String part : List.of("message", "loss", "hint")) {
                    String text = entry.at("/" + language + "/" + part).asText();
                    assertThat(text)
                            .as("%s %s %s", entry.get("name"), language, part)
                            .matches("\\S.*[.!?]");
                    assertThat(text.codePoints().anyMatch(c -> c >= 'а' && c <= 'я'))
                            .as("%s is Russian where it should be", text)
                            .isEqualTo(language.equals("ru"));
                }
            }
            assertThat(placeholders(entry.at("/ru/message").asText()))
                    .as("%s", entry.get("name"))
                    .isEqualTo(placeholders(entry.at("/en/message").asText()));
        }
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(names).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void of_giveTextsInBothLanguages(ErrorCode code) {
        Fault fault = new Fault(code, "detail");

        assertThat(ErrorTexts.of(fault, "ru").message())
                .isNotEqualTo(ErrorTexts.of(fault, "en").message());
    }

    @Test
    void of_putValuesInTheirPlaces() {
        Fault fault = new Fault(ErrorCode.SETTINGS_INVALID, "", Map.of("file", "/etc/obnova/host.json"), null);

        assertThat(ErrorTexts.of(fault, "ru").message())
                .contains("/etc/obnova/host.json")
                .doesNotContain("{");
    }

    private static JsonNode registry() throws IOException {
        return new ObjectMapper().readTree(Path.of("doc/errors.json").toFile()).get("errors");
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(match -> match.group()).toList();
    }
}
