// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.protocol.Schemas;
import org.obnova.host.site.Consents;
import org.obnova.host.site.Operation;
import org.obnova.host.storage.token.TestToken;

/** Tokens as a page sees them: real host, real driver processes, real modules, real frames. */
@Timeout(120)
class TokensProcessTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORIGIN = "https://extern.obnova.org";
    private static final Path SOFT_HSM = Path.of("/usr/lib/softhsm/libsofthsm2.so");

    @TempDir
    Path home;

    private final ArrayNode modules = JSON.createArrayNode();
    private int id;

    @BeforeEach
    void consent() {
        consents().give(ORIGIN, Operation.STORAGES);
    }

    @Test
    void token_beListed_andItsComingAndGoingTold_withoutAnythingBeingRestarted() throws Exception {
        TestToken token = TestToken.inserted(home.resolve("cabinet"), "rutoken-ecp");
        token.pull();
        name(token.module(), "Рутокен");
        try (HostProcess host = start()) {
            assertThat(tokens(list(host))).isEmpty();

            token.insert();
            JsonNode first = tokens(listWith(host, 1)).getFirst();
            assertThat(first.get("product").asText()).isEqualTo("rutoken-ecp");
            assertThat(first.get("manner").asText()).isEqualTo("active");
            assertThat(first.get("label").asText()).startsWith("Рутокен ЭЦП");

            token.pull();
            changed(host);
            assertThat(tokens(listWith(host, 0))).isEmpty();

            token.insert();
            changed(host);
            assertThat(tokens(listWith(host, 1)).getFirst().get("id")).isEqualTo(first.get("id"));
        }
    }

    @Test
    void everyTrouble_beNamed_andDelayOrHideNoOtherToken() throws Exception {
        TestToken good = TestToken.inserted(home.resolve("good"), "rutoken-lite");
        TestToken crashing = TestToken.inserted(home.resolve("crashing"), "generic");
        crashing.order("C_Initialize 1 crash");
        TestToken refusing = TestToken.inserted(home.resolve("refusing"), "generic");
        refusing.order("C_Initialize 1 ckr 0x5");
        TestToken hanging = TestToken.inserted(home.resolve("hanging"), "generic");
        hanging.order("C_Initialize 1 hang");
        name(crashing.module(), "crashing");
        name(refusing.module(), "refusing");
        name(hanging.module(), "hanging");
        name(good.module(), "good");
        name(TestToken.wrongArchitecture(), "wrong");
        name(home.resolve("gone.so"), "gone");
        Map<String, String> expected = Map.of(
                "wrong", "wrong-architecture",
                "gone", "missing",
                "crashing", "crashed",
                "refusing", "refused",
                "hanging", "hanging");
        try (HostProcess host = start()) {
            JsonNode listed = list(host);
            // On a busy machine a process may start so slowly that its module is told as hanging first.
            while (!reasons(listed).equals(expected) || tokens(listed).isEmpty()) {
                changed(host);
                listed = list(host);
            }

            assertThat(tokens(listed)).singleElement().satisfies(token -> {
                assertThat(token.get("product").asText()).isEqualTo("rutoken-lite");
                assertThat(token.get("manner").asText()).isEqualTo("passive");
            });
        }
    }

    @Test
    void softHsm_beListedOnce_thoughTwoModulesShowIt() throws Exception {
        Assumptions.assumeTrue(Files.exists(SOFT_HSM), "softhsm2 is not installed");
        Path configuration = home.resolve("softhsm2.conf");
        Files.createDirectories(home.resolve("softhsm"));
        Files.writeString(configuration, "directories.tokendir = " + home.resolve("softhsm") + "\nlog.level = ERROR\n");
        for (String label : List.of("one", "two")) {
            softHsmUtil(
                    configuration,
                    "--init-token",
                    "--free",
                    "--label",
                    label,
                    "--pin",
                    "20263141",
                    "--so-pin",
                    "87654321");
        }
        name(Files.copy(SOFT_HSM, home.resolve("libsofthsm2-copy.so")), "copy");
        name(SOFT_HSM, "SoftHSM");
        try (HostProcess host = start(Map.of("SOFTHSM2_CONF", configuration.toString()))) {
            assertThat(tokens(listWith(host, 2)))
                    .extracting(each -> each.get("label").asText())
                    .containsExactlyInAnyOrder("SoftHSM — one", "SoftHSM — two");
        }
    }

    @Test
    void module_notBeLoaded_beforeMediaAreAskedFor() throws Exception {
        TestToken token = TestToken.inserted(home.resolve("cabinet"), "generic");
        name(token.module(), "m");
        try (HostProcess host = start()) {
            host.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"hello\"}");
            assertThat(host.reply().isResult()).isTrue();
            host.send("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"sites.list\"}");
            assertThat(host.reply().isResult()).isTrue();
            assertThat(token.calls()).isEmpty();

            assertThat(tokens(listWith(host, 1))).hasSize(1);
            assertThat(token.calls("C_Initialize")).isEqualTo(1);
        }
    }

    @Test
    void page_notBeToldAnyMore_onceItsConsentIsTakenBack() throws Exception {
        TestToken token = TestToken.inserted(home.resolve("cabinet"), "generic");
        name(token.module(), "m");
        try (HostProcess host = start()) {
            list(host);
            consents().revoke(ORIGIN, Operation.STORAGES);
            token.pull();
            consents().give("https://cabinet.obnova.org", Operation.STORAGES);
            list(host, "https://cabinet.obnova.org", "page-2");
            token.insert();

            assertThat(documents(changed(host))).containsExactly("page-2");
        }
    }

    private void name(Path module, String name) {
        modules.addObject().put("path", module.toAbsolutePath().toString()).put("name", name);
    }

    private HostProcess start() throws IOException {
        return start(Map.of());
    }

    private HostProcess start(Map<String, String> environment) throws IOException {
        ObjectNode settings = JSON.createObjectNode().put("formatVersion", 1).put("knownModules", false);
        settings.set("modules", modules);
        Path file = home.resolve(".config/obnova/host.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, settings.toString());
        return HostProcess.start(home, environment, HostProcess.OUR_ORIGIN);
    }

    private Consents consents() {
        return new Consents(home.resolve(".local/state/obnova/consents.json"), InstantSource.system());
    }

    private JsonNode list(HostProcess host) throws IOException {
        return list(host, ORIGIN, "page-1");
    }

    /** The list once it has so many tokens: a process may start slowly on a busy machine. */
    private JsonNode listWith(HostProcess host, int count) throws IOException {
        JsonNode listed = list(host);
        while (tokens(listed).size() != count) {
            changed(host);
            listed = list(host);
        }
        return listed;
    }

    /** The result; what is told in between is passed over. */
    private JsonNode list(HostProcess host, String origin, String document) throws IOException {
        ObjectNode request =
                JSON.createObjectNode().put("jsonrpc", "2.0").put("id", ++id).put("method", "storages.list");
        request.putObject("params").putObject("site").put("origin", origin).put("document", document);
        host.send(request.toString());
        while (true) {
            JsonNode message = JSON.readTree(host.receive());
            if (message.has("id") && message.get("id").asInt() == id) {
                assertThat(message.has("result")).as("%s", message).isTrue();
                assertThat(Schemas.complaints(
                                "storages.list.result", message.get("result").toString()))
                        .isEmpty();
                return message.get("result");
            }
        }
    }

    private static JsonNode changed(HostProcess host) throws IOException {
        JsonNode message = JSON.readTree(host.receive());
        assertThat(Schemas.complaints("storages.changed", message.toString())).isEmpty();
        return message;
    }

    private static List<String> documents(JsonNode changed) {
        return stream(changed.at("/params/documents")).stream()
                .map(JsonNode::asText)
                .toList();
    }

    private static Map<String, String> reasons(JsonNode result) {
        return stream(result.get("notListed")).stream()
                .collect(Collectors.toMap(
                        each -> each.get("name").asText(),
                        each -> each.get("reason").asText()));
    }

    private static List<JsonNode> tokens(JsonNode result) {
        return stream(result.get("storages")).stream()
                .filter(each -> each.get("kind").asText().equals("token"))
                .toList();
    }

    private static List<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static void softHsmUtil(Path configuration, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("softhsm2-util"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SOFTHSM2_CONF", configuration.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
