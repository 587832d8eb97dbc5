// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code doc/vectors}, which the extension's tests read too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VectorsProcessTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init")
    private HostProcess host;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        folder = home;
        host = HostProcess.start(home, HostProcess.OUR_ORIGIN);
    }

    @AfterAll
    void stop() {
        host.close();
    }

    static Stream<Arguments> exchanges() throws IOException {
        return named("exchanges.json", "exchanges");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exchanges")
    void exchange_giveExactlyThisReply(String name, JsonNode vector) throws IOException {
        host.send(octets(vector));

        assertThat(JSON.readTree(host.receive())).as(name).isEqualTo(vector.get("reply"));
    }

    static Stream<Arguments> inputs() throws IOException {
        return named("frames.json", "inputs");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void input_giveExactlyTheseRepliesAndStatus(String name, JsonNode vector) throws Exception {
        try (HostProcess ofThis = HostProcess.start(folder, HostProcess.OUR_ORIGIN)) {
            ofThis.sendRaw(HexFormat.of().parseHex(vector.get("inputHex").asText()));
            ofThis.closeInput();

            for (JsonNode reply : vector.get("replies")) {
                assertThat(JSON.readTree(ofThis.receive())).as(name).isEqualTo(reply);
            }
            assertThat(ofThis.isSilent()).isTrue();
            assertThat(ofThis.exitStatus()).isEqualTo(vector.get("exitStatus").asInt());
        }
    }

    private static byte[] octets(JsonNode vector) {
        if (vector.has("sendHex")) {
            return HexFormat.of().parseHex(vector.get("sendHex").asText());
        }
        String text = vector.has("sendText")
                ? vector.get("sendText").asText()
                : vector.get("send").toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<Arguments> named(String file, String list) throws IOException {
        JsonNode vectors = JSON.readTree(Path.of("doc/vectors", file).toFile()).get(list);
        return StreamSupport.stream(vectors.spliterator(), false)
                .map(vector -> Arguments.of(vector.get("name").asText(), vector));
    }
}
