// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code workstation.*} as a page asks, each message held against its schema. */
class WorkstationOverProtocolTest {
    private static final String MANIFEST = "home/anna/.config/chromium/NativeMessagingHosts/org.obnova.host.json";

    private static final String BOOT = "proc/sys/kernel/random/boot_id";

    @TempDir
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private TestHost host;

    @BeforeEach
    void aComputerWithChromium() throws IOException {
        Path program = home.resolve("root/usr/bin/chromium");
        Files.createDirectories(program.resolveSibling("x"));
        Files.createDirectories(home.resolve("root/home/anna"));
        Files.writeString(program, "");
        Path launcher = home.resolve("root/opt/obnova/bin/obnova-host");
        Files.createDirectories(launcher.resolveSibling("x"));
        Files.writeString(launcher, "");
        for (String each : new String[] {"opt", "opt/obnova", "opt/obnova/bin", "opt/obnova/bin/obnova-host"}) {
            Files.setPosixFilePermissions(
                    home.resolve("root").resolve(each), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        host = new TestHost(home, InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z")));
        host.configure();
    }

    private static ObjectNode of(String... targets) {
        ObjectNode params = TestHost.site();
        for (String each : targets) {
            params.withArray("targets").add(each);
        }
        return params;
    }

    @Test
    void check_tellsWhatIsMissing_thePlanAndTheAdministratorsCommand() throws IOException {
        JsonNode checked = host.ask("workstation.check", TestHost.site().put("file", true));

        assertThat(checked.at("/service").asText()).isEqualTo("extern");
        assertThat(checked.at("/services/0/title").asText()).isEqualTo("Экстерн");
        assertThat(checked.at("/components").findValuesAsText("id"))
                .contains("host-manifest.chromium", "policy.chromium")
                .as("a service that names no root has nothing trusted")
                .doesNotContain("roots.nss.shared");
        assertThat(checked.at("/plan/0/changes/0/place").asText())
                .as("a page learns not whose home it is")
                .isEqualTo("~/.config/chromium/NativeMessagingHosts/org.obnova.host.json");
        assertThat(checked.at("/command").asText())
                .isEqualTo("sudo obnova-host workstation install --system --service extern");
        String script = new String(
                Base64.getDecoder().decode(checked.at("/file/content").asText()), StandardCharsets.UTF_8);
        assertThat(script).startsWith("#!/bin/sh\n# Обнова: настройка компьютера для сервиса «Экстерн».\n");
        assertThat(Files.exists(home.resolve("root").resolve(MANIFEST))).isFalse();
    }

    @Test
    void check_namesNoCommandForTheAdministrator_whereNoPackageIsInstalled() throws IOException {
        Files.delete(home.resolve("root/opt/obnova/bin/obnova-host"));
        JsonNode checked = host.ask("workstation.check", TestHost.site());
        assertThat(checked.at("/plan").findValuesAsText("scope")).contains("system");
        assertThat(checked.has("command")).isFalse();
    }

    @Test
    void install_setsUpWhatThePageNamed_andUninstallTakesItBack() throws IOException {
        JsonNode done = host.ask("workstation.install", of("host-manifest.chromium"));
        assertThat(done.at("/targets/0/status").asText()).isEqualTo("ready");
        assertThat(done.at("/restart").asText()).isEqualTo("none");
        assertThat(Files.exists(home.resolve("root").resolve(MANIFEST))).isTrue();

        assertThat(host.ask("workstation.uninstall", of("host-manifest.chromium"))
                        .at("/targets/0/status")
                        .asText())
                .isEqualTo("missing");
        assertThat(Files.exists(home.resolve("root").resolve(MANIFEST))).isFalse();
    }

    @Test
    void install_isRefused_forWhatIsEverybodys_andForWhatIsNotThere() throws IOException {
        assertThat(host.fail("workstation.install", of("host-manifest.chromium", "policy.chromium")))
                .isEqualTo("administrator_needed");
        assertThat(host.fail("workstation.install", of("roots.everything"))).isEqualTo("target_unknown");
        assertThat(host.fail("workstation.check", TestHost.site().put("service", "bank")))
                .isEqualTo("service_unknown");
        assertThat(Files.exists(home.resolve("root").resolve(MANIFEST))).isFalse();
    }

    private void computer(String file, String content) throws IOException {
        Path path = home.resolve("root").resolve(file);
        Files.createDirectories(path.resolveSibling("x"));
        Files.writeString(path, content);
    }

    private void withProvider(String version) throws IOException {
        Files.createDirectories(home.resolve("root/opt/cprocsp"));
        computer("etc/opt/cprocsp/release", "Ver:" + version);
    }

    @Test
    void restart_isRefused_andNobodyIsAsked_whereNothingWaitsForIt() throws IOException {
        computer(BOOT, "first\n");
        withProvider("4.0.9944");
        host.restarts().agrees();

        assertThat(host.ask("workstation.check", TestHost.site()).has("restart"))
                .isFalse();
        assertThat(host.fail("workstation.restart", TestHost.site())).isEqualTo("restart_not_needed");
        assertThat(host.restarts().asked()).isZero();
        assertThat(host.restarts().restarted()).isZero();
    }

    @Test
    void restart_isThePersonsDecision_onceAProviderWasUpgraded() throws IOException {
        computer(BOOT, "first\n");
        withProvider("4.0.9944");
        host.ask("workstation.check", TestHost.site());
        withProvider("4.0.9963");

        assertThat(host.ask("workstation.check", TestHost.site()).at("/restart").asText())
                .isEqualTo("computer");
        assertThat(host.ask("workstation.install", of("host-manifest.chromium"))
                        .at("/restart")
                        .asText())
                .isEqualTo("computer");
        assertThat(host.fail("workstation.restart", TestHost.site())).isEqualTo("cancelled");
        assertThat(host.restarts().restarted()).as("the person said later").isZero();

        host.restarts().agrees();
        assertThat(host.ask("workstation.restart", TestHost.site())
                        .at("/restarting")
                        .asBoolean())
                .isTrue();
        assertThat(host.restarts().asked()).isEqualTo(2);
        assertThat(host.restarts().restarted()).isEqualTo(1);

        computer(BOOT, "second\n");
        assertThat(host.ask("workstation.check", TestHost.site()).has("restart"))
                .isFalse();
        assertThat(host.fail("workstation.restart", TestHost.site())).isEqualTo("restart_not_needed");
    }
}
