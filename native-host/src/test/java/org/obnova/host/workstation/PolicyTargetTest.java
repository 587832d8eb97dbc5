// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;

/** {@link PolicyTarget}: Chromium's folder of files, Firefox's one file. */
class PolicyTargetTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] ASIDE = {"/run", "/home/anna/.local", "/var"};
    private static final String FOLDER = "/etc/chromium/policies/managed/";
    private static final String ADMINISTRATOR = """
            {"HomepageLocation": "https://intra.example",
             "NativeMessagingBlocklist": ["*"], "NativeMessagingAllowlist": ["com.example.vpn"],
               "ExtensionSettings": {"*": {"installation_mode": "blocked"}}, "Ratio": 1.50}
            """;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Computer computer;

    @BeforeEach
    void aComputerWithBrowsers() {
        computer = new Computer(folder).with("/usr/bin/chromium").with("/usr/bin/firefox-esr");
    }

    private JsonNode json(String file) throws IOException {
        return JSON.readTree(computer.text(file));
    }

    @Test
    void install_writesAFileOfItsOwn_whereNobodySetAnything() throws IOException {
        Map<String, String> before = computer.tree(ASIDE);

        computer.changeWell(Scope.SYSTEM, Direction.INSTALL, "policy.chromium");

        JsonNode own = json(FOLDER + "obnova.json");
        assertThat(own.at("/ExtensionSettings/" + Computer.EXTENSION + "/installation_mode")
                        .asText())
                .isEqualTo("allowed");
        assertThat(own.at("/NativeMessagingAllowlist/0").asText()).isEqualTo("org.obnova.host");
        assertThat(JSON.readTree(own.at("/AutoSelectCertificateForUrls/0").asText()))
                .isEqualTo(JSON.readTree(
                        "{\"pattern\":\"https://extern.obnova.org\",\"filter\":{\"ISSUER\":{\"CN\":\"УЦ Обнова\"}}}"));
        assertThat(computer.status("policy.chromium")).isEqualTo(Status.READY);

        computer.changeWell(Scope.SYSTEM, Direction.UNINSTALL, "policy.chromium");
        assertThat(computer.tree(ASIDE)).isEqualTo(before);
    }

    @Test
    void install_takesThePackagesCopyOfTheExtension() throws IOException {
        computer.put("/opt/obnova/extension/update.xml", "<x/>");
        computer.changeWell(Scope.SYSTEM, Direction.INSTALL, "policy.chromium");
        assertThat(json(FOLDER + "obnova.json").at("/ExtensionSettings/" + Computer.EXTENSION))
                .isEqualTo(
                        JSON.readTree(
                                "{\"installation_mode\":\"normal_installed\",\"update_url\":\"file:///opt/obnova/extension/update.xml\"}"));
    }

    @Test
    void install_addsToWhatTheAdministratorSet_andUninstallPutsTheSameBytesBack() throws IOException {
        computer.put(FOLDER + "corp.json", ADMINISTRATOR);
        Map<String, String> before = computer.tree(ASIDE);

        computer.changeWell(Scope.SYSTEM, Direction.INSTALL, "policy.chromium");

        JsonNode theirs = json(FOLDER + "corp.json");
        assertThat(theirs.at("/NativeMessagingAllowlist")).hasToString("[\"com.example.vpn\",\"org.obnova.host\"]");
        assertThat(theirs.at("/ExtensionSettings/*/installation_mode").asText()).isEqualTo("blocked");
        assertThat(theirs.at("/ExtensionSettings/" + Computer.EXTENSION + "/installation_mode")
                        .asText())
                .isEqualTo("allowed");
        assertThat(theirs.at("/HomepageLocation").asText()).isEqualTo("https://intra.example");
        assertThat(computer.text(FOLDER + "corp.json")).contains("1.50");
        assertThat(json(FOLDER + "obnova.json").has("NativeMessagingAllowlist")).isFalse();
        assertThat(computer.status("policy.chromium")).isEqualTo(Status.READY);

        computer.changeWell(Scope.SYSTEM, Direction.INSTALL, "policy.chromium");
        computer.changeWell(Scope.SYSTEM, Direction.UNINSTALL, "policy.chromium");
        assertThat(computer.tree(ASIDE)).isEqualTo(before);
    }

    @Test
    void uninstall_takesOnlyOurs_whereTheAdministratorChangedTheFileSince() throws IOException {
        computer.put(FOLDER + "corp.json", ADMINISTRATOR);
        computer.changeWell(Scope.SYSTEM, Direction.INSTALL, "policy.chromium");
        computer.put(
                FOLDER + "corp.json",
                computer.text(FOLDER + "corp.json").replace("com.example.vpn", "com.example.other"));

        computer.changeWell(Scope.SYSTEM, Direction.UNINSTALL, "policy.chromium");

        JsonNode theirs = json(FOLDER + "corp.json");
        assertThat(theirs.at("/NativeMessagingAllowlist")).hasToString("[\"com.example.other\"]");
        assertThat(theirs.at("/ExtensionSettings")).hasToString("{\"*\":{\"installation_mode\":\"blocked\"}}");
        assertThat(computer.has(FOLDER + "obnova.json")).isFalse();
    }

    @Test
    void uninstall_leavesWhatTheAdministratorHadAlready() throws IOException {
        String theirs = ADMINISTRATOR.replace("com.example.vpn", "org.obnova.host");
        computer.put(FOLDER + "corp.json", theirs);
        computer.changeWell(Scope.SYSTEM, Direction.INSTALL, "policy.chromium");
        computer.put(FOLDER + "corp.json", computer.text(FOLDER + "corp.json").replace("intra.example", "new.example"));

        computer.changeWell(Scope.SYSTEM, Direction.UNINSTALL, "policy.chromium");

        assertThat(json(FOLDER + "corp.json").at("/NativeMessagingAllowlist")).hasToString("[\"org.obnova.host\"]");
        assertThat(json(FOLDER + "corp.json").at("/HomepageLocation").asText()).isEqualTo("https://new.example");
    }

    @Test
    void install_isBlocked_whereTheAdministratorForbadeUsByName() throws IOException {
        for (String policy : new String[] {
            "{\"NativeMessagingBlocklist\": [\"org.obnova.host\"]}",
            "{\"ExtensionInstallBlocklist\": [\"" + Computer.EXTENSION + "\"]}",
            "{\"ExtensionSettings\": {\"" + Computer.EXTENSION + "\": {\"installation_mode\": \"blocked\"}}}"
        }) {
            computer.put(FOLDER + "corp.json", policy);
            Map<String, String> before = computer.tree(ASIDE);
            assertThat(computer.status("policy.chromium")).as(policy).isEqualTo(Status.BLOCKED);
            assertThat(Objects.requireNonNull(computer.change(Scope.SYSTEM, Direction.INSTALL, "policy.chromium")
                                    .getFirst()
                                    .fault())
                            .code())
                    .isEqualTo(ErrorCode.TARGET_BLOCKED);
            assertThat(computer.tree(ASIDE)).isEqualTo(before);
        }
    }

    @Test
    void install_leavesAStrongerSettingOfTheExtension() throws IOException {
        String forced = "{\"ExtensionSettings\": {\"" + Computer.EXTENSION
                + "\": {\"installation_mode\": \"force_installed\", \"update_url\": \"https://intra.example/x\"}}}";
        computer.put(FOLDER + "corp.json", forced);
        computer.changeWell(Scope.SYSTEM, Direction.INSTALL, "policy.chromium");
        assertThat(computer.text(FOLDER + "corp.json")).isEqualTo(forced);
    }

    @Test
    void install_changesNothing_whereAFileCannotBeRead() throws IOException {
        computer.put(FOLDER + "corp.json", "{\"HomepageLocation\": // old\n 1}");
        Map<String, String> before = computer.tree(ASIDE);
        assertThat(Objects.requireNonNull(computer.change(Scope.SYSTEM, Direction.INSTALL, "policy.chromium")
                                .getFirst()
                                .fault())
                        .code())
                .isEqualTo(ErrorCode.TARGET_UNREADABLE);
        assertThat(computer.tree(ASIDE)).isEqualTo(before);
        assertThat(Workstation.check(computer.target("policy.chromium")).status())
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void firefox_mergesItsOneFile_andNamesTheCertificate() throws IOException {
        computer.put(
                "/etc/firefox/policies/policies.json",
                "{\"policies\": {\"DisableTelemetry\": true, \"Certificates\": {\"Install\": [\"corp.pem\"]}}}");
        Map<String, String> before = computer.tree("/run", "/home/anna/.local");

        computer.changeWell(Scope.SYSTEM, Direction.INSTALL, "policy.firefox");

        JsonNode policies = json("/etc/firefox/policies/policies.json").at("/policies");
        assertThat(policies.at("/DisableTelemetry").asBoolean()).isTrue();
        assertThat(policies.at("/Certificates/Install/0").asText()).isEqualTo("corp.pem");
        String file = policies.at("/Certificates/Install/1").asText();
        assertThat(computer.text(file)).startsWith("-----BEGIN CERTIFICATE-----\n");
        assertThat(policies.at("/ExtensionSettings/extension@obnova.org/installation_mode")
                        .asText())
                .isEqualTo("allowed");

        computer.changeWell(Scope.SYSTEM, Direction.UNINSTALL, "policy.firefox");
        assertThat(computer.tree("/run", "/home/anna/.local")).isEqualTo(before);
    }

    @Test
    void firefox_keepsWhatTheDistributionSet_whichOurFileWouldHide() throws IOException {
        computer.put("/usr/bin/distribution/policies.json", "{\"policies\": {\"DisableAppUpdate\": true}}");
        computer.changeWell(Scope.SYSTEM, Direction.INSTALL, "policy.firefox");
        assertThat(json("/etc/firefox/policies/policies.json")
                        .at("/policies/DisableAppUpdate")
                        .asBoolean())
                .isTrue();
    }
}
