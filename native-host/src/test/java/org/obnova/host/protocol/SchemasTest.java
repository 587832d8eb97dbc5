// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.obnova.host.messaging.Method;

class SchemasTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyMethod_hasASchemaOfItsParametersAndOfItsResult() {
        for (String method : Method.ALL) {
            assertThat(Schemas.names()).contains(method + ".params", method + ".result");
        }
        assertThat(Schemas.names()).hasSize(2 * Method.ALL.size() + 6);
    }

    @Test
    void results_fitTheirSchemas_andTheInvalidOnesDoNot() throws IOException {
        JsonNode vectors = read("results.json");
        for (JsonNode each : vectors.get("results")) {
            assertThat(complaints(each)).as("%s", each).isEmpty();
        }
        for (JsonNode each : vectors.get("invalidResults")) {
            assertThat(complaints(each)).as("%s", each).isNotEmpty();
        }
        for (JsonNode each : vectors.get("notifications")) {
            assertThat(Schemas.complaints(each.get("method").asText(), each.toString()))
                    .as("%s", each)
                    .isEmpty();
        }
    }

    @Test
    void exchanges_fitTheEnvelopes() throws IOException {
        for (JsonNode each : read("exchanges.json").get("exchanges")) {
            JsonNode reply = each.get("reply");
            assertThat(Schemas.complaints(reply.has("error") ? "error" : "result", reply.toString()))
                    .as("%s", each)
                    .isEmpty();
            String name = reply.at("/error/data/name").asText();
            if (each.has("send") && !name.equals("invalid_request")) {
                assertThat(Schemas.complaints("request", each.get("send").toString())
                                .isEmpty())
                        .as("%s", each)
                        .isEqualTo(each.at("/send/params").isMissingNode()
                                || each.at("/send/params").isObject());
            } else if (each.has("send")) {
                assertThat(Schemas.complaints("request", each.get("send").toString()))
                        .as("%s", each)
                        .isNotEmpty();
            }
        }
    }

    private static List<String> complaints(JsonNode each) {
        return Schemas.complaints(
                each.get("method").asText() + ".result", each.get("result").toString());
    }

    private static JsonNode read(String name) throws IOException {
        return JSON.readTree(Path.of("doc/vectors").resolve(name).toFile());
    }
}
