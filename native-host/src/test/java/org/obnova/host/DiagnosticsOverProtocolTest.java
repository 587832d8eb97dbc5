// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.certificate.TestAuthority;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.site.Operation;

/** {@code diagnostics.run}, {@code sites.add} and {@code sites.remove} as the extension speaks them. */
class DiagnosticsOverProtocolTest {
    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
    private static final String PORTAL = "https://portal.example";

    @TempDir
    Path home;

    @SuppressWarnings("NullAway.Init")
    private TestHost host;

    @BeforeEach
    void start() throws IOException {
        host = new TestHost(home, InstantSource.fixed(NOW));
        host.configure();
    }

    @Test
    void run_tellsFindings_withProgress() throws IOException {
        JsonNode result = host.ask("diagnostics.run", TestHost.site());

        assertThat(finding(result, "browser").get("reason").asText()).isEqualTo("missing");
        assertThat(finding(result, "browser").get("hint").asText()).contains("Установите");
        assertThat(finding(result, "settings").get("status").asText()).isEqualTo("ok");
        assertThat(result.has("bundle")).isFalse();
        assertThat(result.findValues("fixed")).isEmpty();
        assertThat(host.steps()).contains("diagnostics");
    }

    @Test
    void run_mendsWhatWasNamed_andNothingElse() throws IOException {
        Path consents = home.resolve("state/consents.json");
        Files.createDirectories(consents.getParent());
        Path container =
                Files.createDirectories(home.resolve("data/containers")).resolve("1.p12");
        Files.writeString(container, "a container");
        String modes = Files.getPosixFilePermissions(container).toString();

        Files.writeString(
                home.resolve("config/host.json"), "\uFEFF" + Files.readString(home.resolve("config/host.json")));
        assertThat(host.fail("diagnostics.run", TestHost.site()))
                .as("a site cannot be admitted by settings that cannot be read")
                .isEqualTo("settings_invalid");
        host.configure();

        ObjectNode params = TestHost.site();
        params.putArray("repair").add("consents").add("settings");
        JsonNode result = host.ask("diagnostics.run", params);
        assertThat(finding(result, "modes").get("repairable").asBoolean()).isTrue();
        assertThat(finding(result, "modes").has("fixed")).isFalse();
        assertThat(Files.getPosixFilePermissions(container)).hasToString(modes);

        params.putArray("repair").add("modes");
        JsonNode mended = finding(host.ask("diagnostics.run", params), "modes");
        assertThat(mended.get("fixed").asBoolean()).isTrue();
        assertThat(mended.get("status").asText()).isEqualTo("ok");
        assertThat(Files.getPosixFilePermissions(container)).hasSize(2);
    }

    @Test
    void run_letsNoRootBeTrusted_withoutTheConsentToSetUpTheComputer() throws IOException {
        Path browser = home.resolve("root/usr/bin/chromium");
        Files.createDirectories(browser.resolveSibling("x"));
        Files.createDirectories(home.resolve("root/home/anna"));
        Files.writeString(browser, "");
        String root = Base64.getEncoder()
                .encodeToString(TestAuthority.root(KeyAlgorithm.EC_P256, "Корень УЦ")
                        .certificate()
                        .getEncoded());
        Files.writeString(
                home.resolve("administrator.json"),
                "{\"formatVersion\":1,\"locked\":[\"services\"],\"services\":[{\"name\":\"extern\",\"title\":{\"ru\":\"Э\",\"en\":\"E\"},"
                        + "\"origins\":[\"https://extern.obnova.org\"],\"roots\":[\"" + root + "\"]}]}");
        ObjectNode params = TestHost.site();
        params.putArray("repair").add("roots.nss.shared");
        host.person().refuses(Operation.WORKSTATION);

        JsonNode left = finding(host.ask("diagnostics.run", params), "roots.nss.shared");

        assertThat(left.get("status").asText()).isEqualTo("warning");
        assertThat(left.get("repairable").asBoolean()).isTrue();
        assertThat(left.has("fixed")).isFalse();
        assertThat(Files.exists(home.resolve("root/home/anna/.pki"))).isFalse();
        assertThat(host.person().consents()).containsExactly(Operation.DIAGNOSTICS, Operation.WORKSTATION);
        host.ask("diagnostics.run", TestHost.site());
        assertThat(host.person().consents())
                .as("who mends nothing is not asked")
                .hasSize(2);
    }

    @Test
    void run_handsTheBundleOver_asItWasShown() throws IOException {
        JsonNode result = host.ask("diagnostics.run", TestHost.site().put("bundle", true));

        assertThat(result.at("/bundle/name").asText()).isEqualTo("obnova-report-2027-03-01.zip");
        byte[] octets = Base64.getDecoder().decode(result.at("/bundle/content").asText());
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(octets))) {
            assertThat(zip.getNextEntry()).isNotNull();
            assertThat(host.reports()).containsExactly(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(host.reports().getFirst())
                .contains("obnova-host: 0.1.0", "problem  browser (missing)", "sites: ")
                .doesNotContain(home.toString() + "/root/home/anna");
    }

    @Test
    void add_asksThePerson_andTheSiteIsListedThen() throws IOException {
        assertThat(host.fail("sites.add", origin(PORTAL))).isEqualTo("cancelled");
        assertThat(listed(PORTAL).isMissingNode()).isTrue();

        host.sitesPerson().agrees();
        JsonNode added = host.ask("sites.add", origin(PORTAL));
        assertThat(added.get("origin").asText()).isEqualTo(PORTAL);
        assertThat(added.get("name").asText()).isEqualTo("portal.example");
        assertThat(listed(PORTAL).get("own").asBoolean()).isTrue();
        assertThat(listed("https://extern.obnova.org").has("own")).isFalse();
        assertThat(host.ask("sites.add", origin(PORTAL)).get("origin").asText()).isEqualTo(PORTAL);
        assertThat(host.sitesPerson().seen()).as("a listed site asks nobody").hasSize(2);
    }

    @Test
    void add_keepsWhatElseStandsInTheSettings() throws IOException {
        Path file = home.resolve("config/host.json");
        Files.writeString(
                file,
                "{\"formatVersion\":1,\"drives\":[\"/media/x\"],\"knownModules\":false,\"sites\":[{\"origin\":\""
                        + TestHost.ORIGIN
                        + "\",\"name\":{\"ru\":\"УЦ\",\"en\":\"CA\"}}],\"rememberPin\":\"forbidden\"}");
        host.sitesPerson().agrees();
        host.ask("sites.add", origin("https://xn--e1aybc.xn--p1ai:8443"));
        assertThat(Files.readString(file))
                .isEqualTo(
                        "{\"formatVersion\":1,\"drives\":[\"/media/x\"],\"knownModules\":false,\"sites\":[{\"origin\":\""
                                + TestHost.ORIGIN + "\",\"name\":{\"ru\":\"УЦ\",\"en\":\"CA\"}},"
                                + "{\"origin\":\"https://xn--e1aybc.xn--p1ai:8443\",\"name\":{\"ru\":\"тест.рф\",\"en\":\"тест.рф\"}}"
                                + "],\"rememberPin\":\"forbidden\"}\n");
        assertThat(host.settings().mayRememberPin()).isFalse();
        host.ask("sites.remove", origin("https://xn--e1aybc.xn--p1ai:8443"));
        assertThat(Files.readString(file)).contains(TestHost.ORIGIN).doesNotContain("xn--");
    }

    @Test
    void add_refuseWhatIsNoExactHttpsOrigin() throws IOException {
        host.sitesPerson().agrees();
        assertThat(host.fail("sites.add", origin("http://portal.example"))).isEqualTo("site_not_secure");
        assertThat(host.fail("sites.add", origin("http://localhost:8080"))).isEqualTo("site_not_secure");
        for (String wrong : new String[] {
            "https://portal.example/", "https://portal.example/path", "https://*.example", "portal.example",
            "https://anna@portal.example", "https://portal.example:443", "ftp://portal.example", "https://"
        }) {
            assertThat(host.fail("sites.add", origin(wrong))).as(wrong).isEqualTo("invalid_params");
        }
        assertThat(host.sitesPerson().seen()).isEmpty();
    }

    @Test
    void lockedList_isNotChanged_andTellsSo() throws IOException {
        host.sitesPerson().agrees();
        host.ask("sites.add", origin(PORTAL));
        Files.writeString(
                home.resolve("administrator.json"),
                "{\"formatVersion\":1,\"locked\":[\"sites\"],\"sites\":[{\"origin\":\"https://office.example\",\"name\":{\"ru\":\"А\",\"en\":\"A\"}}]}");
        JsonNode list = host.ask("sites.list", TestHost.params());
        assertThat(list.get("locked").asBoolean()).isTrue();
        assertThat(list.findValuesAsText("origin")).containsExactly("https://office.example");
        assertThat(host.fail("sites.add", origin("https://other.example"))).isEqualTo("sites_locked");
        assertThat(host.fail("sites.remove", origin(PORTAL))).isEqualTo("sites_locked");
        assertThat(host.ask("sites.add", origin("https://office.example"))
                        .get("name")
                        .asText())
                .as("it is listed already")
                .isEqualTo("А");
    }

    @Test
    void remove_takesTheConsentsToo_butNoSiteOfOthers() throws IOException {
        host.sitesPerson().agrees();
        host.ask("sites.add", origin(PORTAL));
        Files.createDirectories(home.resolve("state"));
        Files.writeString(
                home.resolve("state/consents.json"),
                "{\"formatVersion\":1,\"consents\":[{\"origin\":\"" + PORTAL
                        + "\",\"operation\":\"sign\",\"given\":\"2027-01-01T00:00:00Z\"}]}");
        assertThat(host.ask("sites.remove", origin(PORTAL)).get("removed").asBoolean())
                .isTrue();
        assertThat(host.ask("consents.list", TestHost.params()).get("consents")).isEmpty();
        assertThat(listed(PORTAL).isMissingNode()).isTrue();
        assertThat(host.ask("sites.remove", origin(PORTAL)).get("removed").asBoolean())
                .isFalse();
        assertThat(host.fail("sites.remove", origin("https://extern.obnova.org")))
                .isEqualTo("site_not_own");
    }

    private JsonNode listed(String origin) throws IOException {
        for (JsonNode site : host.ask("sites.list", TestHost.params()).get("sites")) {
            if (site.get("origin").asText().equals(origin)) {
                return site;
            }
        }
        return MissingNode.getInstance();
    }

    private static ObjectNode origin(String origin) {
        return TestHost.params().put("origin", origin);
    }

    private static JsonNode finding(JsonNode result, String id) {
        for (JsonNode each : result.get("findings")) {
            if (each.get("id").asText().equals(id)) {
                return each;
            }
        }
        throw new AssertionError("no finding of " + id + " in " + result);
    }
}
