// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Workplace.NOW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;
import org.obnova.host.renewal.Made;
import org.obnova.host.site.Consents;
import org.obnova.host.site.Operation;

/** Renewals over real frames: hosts come and go, and are killed, over one journal and one medium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenewalsProcessTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);

    @SuppressWarnings("NullAway.Init")
    private Process display;

    private String name = "";

    private Path home = Path.of("");

    @BeforeAll
    void openDisplay() throws IOException {
        display = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1000x800x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(display.getInputStream(), StandardCharsets.US_ASCII));
        name = ":" + reader.readLine();
    }

    @AfterAll
    void closeDisplay() {
        display.destroy();
    }

    @BeforeEach
    void freshHome(@TempDir Path folder) {
        home = folder;
    }

    @Test
    void twoHosts_giveTheSameRequest_andBringItBackAfterTheJournalWasLost() throws Exception {
        Made made = begun();
        Files.move(home.resolve(".local/state/obnova/renewals"), home.resolve("lost"));
        try (HostProcess one = start();
                HostProcess two = start()) {
            one.send(order(made).toString());
            two.send(order(made).toString());
            JsonNode first = result(one);
            assertThat(first.get("request").asText()).isEqualTo(base64(made));
            assertThat(result(two)).isEqualTo(first);
            one.send(request("renewal.list", params()).toString());
            assertThat(result(one).at("/renewals/0/state").asText()).isEqualTo("requested");
        }
        try (Stream<Path> keys = Files.list(home.resolve(".local/share/obnova/containers"))) {
            assertThat(keys).hasSize(1);
        }
    }

    @Test
    void aKeyThatIsAway_isToldOf_andNoOtherIsMade() throws Exception {
        Made made = begun();
        Path containers = home.resolve(".local/share/obnova/containers");
        Files.move(containers, home.resolve("away"));
        try (HostProcess host = start()) {
            host.send(request("renewal.list", params()).toString());
            assertThat(result(host).at("/renewals/0/keyMissing").asBoolean()).isTrue();
            Files.move(home.resolve(".local/state/obnova/renewals"), home.resolve("lost"));
            host.send(order(made).toString());
            assertThat(error(host)).isEqualTo("container_not_found");
            assertThat(containers).doesNotExist();
            Files.move(home.resolve("away"), containers);
            host.send(order(made).toString());
            assertThat(result(host).get("request").asText()).isEqualTo(base64(made));
        }
    }

    @Test
    void aHostThatIsKilledWhileItAsks_losesNothing_andAnotherGoesOn() throws Exception {
        Made made = begun();
        ObjectNode abandon = request("renewal.abandon", params().put("renewal", made.renewal()));
        try (HostProcess asked = start();
                HostProcess other = start()) {
            asked.send(abandon.toString());
            assertThat(JSON.readTree(asked.receive()).at("/params/step").asText())
                    .isEqualTo("consent");
            // It waits for the renewal, which the other is being asked about, and for nothing else.
            other.send(order(made).toString());
            other.send(request("renewal.list", params()).put("id", 2).toString());
            assertThat(result(other).at("/renewals/0/state").asText()).isEqualTo("requested");

            asked.kill();

            assertThat(result(other).get("request").asText()).isEqualTo(base64(made));
        }
        try (HostProcess later = start()) {
            X509CertificateHolder issued = AUTHORITY.issue(Objects.requireNonNull(made.request()), NOW);
            ObjectNode install = params().put("renewal", made.renewal())
                    .put("certificate", Base64.getEncoder().encodeToString(issued.getEncoded()));
            install.putArray("chain");
            later.send(request("certificate.install", install).toString());
            assertThat(error(later)).as("the test's root is no anchor").isEqualTo("certificate_untrusted");
        }
    }

    @Test
    void renewal_isGivenUp_byThePersonInTheWindow_andNoLongerListed() throws Exception {
        Made made = begun();
        ObjectNode abandon = request("renewal.abandon", params().put("renewal", made.renewal()));
        try (HostProcess host = start()) {
            host.send(abandon.toString());
            assertThat(JSON.readTree(host.receive()).at("/params/step").asText())
                    .isEqualTo("consent");
            press("ctrl+Return");
            assertThat(result(host).get("key").asText()).isEqualTo("kept");
            host.send(request("renewal.list", params()).toString());
            assertThat(result(host).get("renewals")).isEmpty();
        }
    }

    /** A renewal that came as far as its request, at home here. */
    private Made begun() throws IOException {
        Workplace host = new Workplace(home.resolve("begun"), FileActions.disk(), AUTHORITY.root());
        host.person().makesUp("");
        Made made = host.renewals().create(new FakeTask(), Workplace.order(KeyAlgorithm.EC_P256));
        Files.createDirectories(home.resolve(".local/share"));
        Files.createDirectories(home.resolve(".local/state"));
        Files.move(home.resolve("begun/data"), home.resolve(".local/share/obnova"));
        Files.move(home.resolve("begun/state"), home.resolve(".local/state/obnova"));
        new Consents(home.resolve(".local/state/obnova/consents.json"), InstantSource.system())
                .give(Workplace.ORIGIN, Operation.RENEW);
        ObjectNode settings = JSON.createObjectNode().put("formatVersion", 1).put("knownModules", false);
        settings.putArray("sites")
                .addObject()
                .put("origin", Workplace.ORIGIN)
                .putObject("name")
                .put("ru", "УЦ")
                .put("en", "CA");
        Files.createDirectories(home.resolve(".config/obnova"));
        Files.writeString(home.resolve(".config/obnova/host.json"), settings.toString());
        return made;
    }

    private HostProcess start() throws IOException {
        return HostProcess.start(home, Map.of("DISPLAY", name), HostProcess.OUR_ORIGIN);
    }

    /** Until the window takes it: it is deaf at first. Nothing else may give it the keyboard: its toolkit does, and would not know. */
    private void press(String key) throws IOException, InterruptedException {
        String script = "id=$(xdotool search --sync --onlyvisible --class org-obnova-host-ui-frame-Obnova | tail -1); "
                + "while xdotool getwindowname \"$id\" >/dev/null 2>&1; do xdotool key " + key + "; sleep 0.3; done";
        ProcessBuilder builder = new ProcessBuilder("timeout", "100", "sh", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", name);
        assertThat(builder.start().waitFor()).as("the window took the keys").isZero();
    }

    private static ObjectNode params() {
        ObjectNode params = JSON.createObjectNode();
        params.putObject("site").put("origin", Workplace.ORIGIN).put("document", "page-1");
        return params;
    }

    private static ObjectNode request(String method, ObjectNode params) {
        ObjectNode request =
                JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1).put("method", method);
        request.set("params", params);
        return request;
    }

    private static ObjectNode order(Made made) {
        ObjectNode params = params().put("application", "app-1")
                .put("algorithm", KeyAlgorithm.EC_P256.wireName())
                .put("request", base64(made));
        params.putObject("subject")
                .put("commonName", Workplace.HOLDER.commonName())
                .put("surname", Workplace.HOLDER.surname())
                .put("givenName", Workplace.HOLDER.givenName())
                .put("country", Workplace.HOLDER.country())
                .put("snils", Workplace.HOLDER.snils())
                .put("inn", Workplace.HOLDER.inn());
        return request("request.create", params);
    }

    private static String base64(Made made) {
        return Base64.getEncoder().encodeToString(Objects.requireNonNull(made.request()));
    }

    private static JsonNode result(HostProcess host) throws Exception {
        JsonNode reply = reply(host);
        assertThat(reply.has("result")).as("%s", reply).isTrue();
        return reply.get("result");
    }

    private static String error(HostProcess host) throws Exception {
        return reply(host).at("/error/data/name").asText();
    }

    private static JsonNode reply(HostProcess host) throws IOException {
        while (true) {
            JsonNode message = JSON.readTree(host.receive());
            if (!message.has("method")) {
                return message;
            }
        }
    }
}
