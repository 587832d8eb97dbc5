// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.personalstore.nss.NssProcess;
import org.obnova.host.settings.ServiceEntry;
import org.obnova.host.settings.Settings;
import org.obnova.host.storage.token.driver.LaunchCommand;
import org.obnova.host.workstation.OperatingSystem;
import org.obnova.host.workstation.SystemRoot;
import org.obnova.host.workstation.Workstation;
import picocli.CommandLine;

/** {@code obnova-host workstation}. */
class WorkstationCommandsTest {
    private static final String MANIFEST = "home/anna/.config/chromium/NativeMessagingHosts/org.obnova.host.json";

    @TempDir
    private Path root;

    private boolean damaged;
    private boolean withoutServices;
    private ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void aComputerWithChromium() throws IOException {
        Files.createDirectories(root.resolve("usr/bin"));
        Files.createDirectories(root.resolve("home/anna"));
        Files.writeString(root.resolve("usr/bin/chromium"), "");
    }

    private int run(String... args) {
        out = new ByteArrayOutputStream();
        Terminal terminal = Terminal.of(
                InputStream.nullInputStream(), out, new ByteArrayOutputStream(), Map.of("LANG", "en_GB.UTF-8"));
        ServiceEntry service =
                new ServiceEntry("portal", "Портал", "Portal", List.of(), List.of(), List.of(), List.of());
        Settings settings = new Settings(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                false,
                withoutServices ? List.of() : List.of(service));
        Workstation workstation = new Workstation(
                new SystemRoot(root, root.resolve("home/anna"), Map.of(), OperatingSystem.LINUX),
                () -> {
                    if (damaged) {
                        throw new Fault(ErrorCode.SETTINGS_INVALID, "damaged", Map.of("file", "host.json"), null);
                    }
                    return settings;
                },
                Optional.of(Path.of("/opt/obnova/bin/obnova-host")),
                () -> List.of("amijgcgnkbhnjobgdpnmpjaaooimiani", "extension@obnova.org"),
                new NssProcess(LaunchCommand.ofThisProgram()),
                root.resolve("run"));
        return new CommandLine(new WorkstationCommands(terminal, () -> workstation).spec()).execute(args);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void check_showsATable_andEndsWith1_untilThePersonsPartIsDone() {
        assertThat(run("check")).isEqualTo(1);
        assertThat(said())
                .containsPattern("host-manifest.chromium +you +missing")
                .containsPattern("policy.chromium +all +missing")
                .contains("To set up: obnova-host workstation install --service portal")
                .as("no package is installed that everybody could be let start")
                .contains("workstation file --service portal > obnova-portal.sh; sudo sh obnova-portal.sh --system")
                .doesNotContain("sudo obnova-host");

        assertThat(run("install")).isZero();
        assertThat(said()).containsPattern("host-manifest.chromium +you +ready");
        assertThat(run("check")).isZero();
        assertThat(run("check", "--system")).isEqualTo(1);
        assertThat(said()).doesNotContain(" you ");
    }

    @Test
    void uninstall_needsNeitherSettingsNorServices() {
        run("install");
        damaged = true;
        assertThat(run("install")).isNotZero();
        assertThat(run("uninstall", "--dry-run")).isZero();
        assertThat(said()).contains("/" + MANIFEST);
        assertThat(run("uninstall", "--json")).isZero();
        assertThat(said()).contains("\"service\":\"\"", "host-manifest.chromium");
        assertThat(Files.exists(root.resolve(MANIFEST))).isFalse();

        damaged = false;
        run("install");
        assertThat(run("uninstall", "--service", "other"))
                .as("there are services, and this is none of them")
                .isNotZero();
        assertThat(Files.exists(root.resolve(MANIFEST))).isTrue();
        withoutServices = true;
        assertThat(run("uninstall")).isZero();
        assertThat(Files.exists(root.resolve(MANIFEST))).isFalse();
    }

    @Test
    void dryRun_showsThePlan_andChangesNothing() {
        assertThat(run("install", "--dry-run")).isZero();
        assertThat(said()).contains("create", "/" + MANIFEST);
        assertThat(Files.exists(root.resolve(MANIFEST))).isFalse();
        assertThat(run("uninstall", "--dry-run")).isZero();
        assertThat(said()).contains("There is nothing to change.");
    }

    /** A browser that was removed since: what was set up for it can be undone, and is named before. */
    @Test
    void dryRunOfUninstall_namesWhatIsLeftOver() throws IOException {
        run("install");
        Files.delete(root.resolve("usr/bin/chromium"));
        Files.move(root.resolve("home/anna/.config"), root.resolve("home/anna/elsewhere"));

        assertThat(run("uninstall", "--dry-run")).isZero();

        assertThat(said()).contains("host-manifest.chromium");
    }

    @Test
    void json_isForPrograms() throws IOException {
        run("install", "--json");
        JsonNode done = new ObjectMapper().readTree(said());
        assertThat(done.at("/service").asText()).isEqualTo("portal");
        assertThat(done.at("/components/0/id").asText()).isEqualTo("host-manifest.chromium");
        assertThat(done.at("/components/0/status").asText()).isEqualTo("ready");
    }

    @Test
    void file_isTheScript_orTheTextForWindows() {
        assertThat(run("file", "--service", "portal")).isZero();
        assertThat(said()).startsWith("#!/bin/sh\n");
        assertThat(run("file", "--windows")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_16LE)).contains("Windows Registry Editor Version 5.00");
    }
}
