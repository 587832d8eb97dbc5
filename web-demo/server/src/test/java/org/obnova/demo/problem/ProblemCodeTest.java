// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {
    @Test
    void codes_areThoseOfTheRegistry() throws IOException {
        Map<String, Integer> registered = new TreeMap<>();
        try (InputStream file = ProblemCodeTest.class.getResourceAsStream("/org/obnova/demo/web/errors.json")) {
            JsonNode registry = new ObjectMapper().readTree(file);
            for (JsonNode error : registry.get("errors")) {
                if (error.get("from").asText().equals("ca")) {
                    registered.put(error.get("name").asText(), error.get("code").asInt());
                }
            }
        }

        Map<String, Integer> known = Arrays.stream(ProblemCode.values())
                .collect(Collectors.toMap(ProblemCode::wireName, ProblemCode::number));
        assertThat(known).containsExactlyInAnyOrderEntriesOf(registered);
    }
}
