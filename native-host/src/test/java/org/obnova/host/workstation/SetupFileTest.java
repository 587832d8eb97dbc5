// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.settings.Origin;

/** {@link SetupFile}: the script is run in a throwaway root, the text for Windows is read. */
class SetupFileTest {
    private static final String[] ASIDE = {
        "/run", "/home/anna/.local/state", "/home/anna/.pki", "/var/lib/obnova/workstation.json"
    };

    private static final String ADDED = "/home/anna/.local/state/obnova/workstation.json.setup";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Computer installed;

    @SuppressWarnings("NullAway.Init")
    private Computer scripted;

    @BeforeEach
    void twoEqualComputers() throws IOException {
        installed = computer(folder.resolve("installed"));
        scripted = computer(folder.resolve("scripted"));
    }

    private static Computer computer(Path folder) throws IOException {
        Computer computer = new Computer(folder)
                .with("/usr/bin/chromium")
                .with("/usr/bin/firefox-esr")
                .with("/usr/bin/yandex-browser");
        Files.createDirectories(computer.home.resolve(".local/state"));
        computer.withDebiansStore();
        return computer;
    }

    private String script(String... options) throws IOException, InterruptedException {
        SetupFile file = scripted.workstation().file(scripted.service, OperatingSystem.LINUX);
        assertThat(file.name()).isEqualTo("obnova-extern.sh");
        Path script = Files.write(folder.resolve(file.name()), file.content());
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", script.toString(), "--root", scripted.root.toString()));
        command.addAll(List.of(options));
        return Computer.run(
                Map.of("HOME", "/home/anna", "XDG_CONFIG_HOME", "", "XDG_DATA_HOME", ""),
                command.toArray(String[]::new));
    }

    /** Links name the root that they lie in. */
    private static String comparable(Computer computer) throws IOException {
        return computer.tree(ASIDE).toString().replace(computer.root.toString(), "");
    }

    @Test
    void script_doesForThePersonWhatInstallDoes() throws IOException, InterruptedException {
        installed.changeWell(Scope.USER, Direction.INSTALL);

        assertThat(script()).startsWith("0\n").contains("Готово");

        assertThat(comparable(scripted)).isEqualTo(comparable(installed));
        assertThat(scripted.status("roots.nss.shared")).isEqualTo(Status.READY);
        assertThat(scripted.status("host-manifest.chromium")).isEqualTo(Status.READY);
        assertThat(script()).startsWith("0\n").contains("уже есть").doesNotContain("создаётся");
    }

    @Test
    void script_doesForEverybodyWhatInstallDoes_andUndoesIt() throws IOException, InterruptedException {
        installed.changeWell(Scope.SYSTEM, Direction.INSTALL);

        assertThat(script("--system", "--dry-run")).startsWith("0\n");
        assertThat(scripted.has("/etc/chromium")).isFalse();
        assertThat(script("--system")).startsWith("0\n");

        assertThat(comparable(scripted)).isEqualTo(comparable(installed));
        for (String id :
                new String[] {"policy.chromium", "policy.firefox", "roots.system", "host-manifest.yandex.system"}) {
            assertThat(scripted.status(id)).as(id).isEqualTo(Status.READY);
        }

        assertThat(script("--system", "--undo")).startsWith("0\n");
        assertThat(scripted.has("/etc/chromium/policies/managed/obnova.json")).isFalse();
        assertThat(scripted.status("roots.system")).isEqualTo(Status.MISSING);
    }

    @Test
    void undo_leavesWhatWasThereBefore_evenWhereItIsTheSame() throws IOException, InterruptedException {
        scripted.changeWell(Scope.USER, Direction.INSTALL, "host-manifest.chromium");
        Map<String, String> before = scripted.tree(ASIDE);
        String theirs = "/home/anna/.config/chromium/NativeMessagingHosts/org.obnova.host.json";

        assertThat(script()).startsWith("0\n").contains("уже есть: " + scripted.root + theirs);
        assertThat(scripted.tree(ASIDE)).as("others are added").isNotEqualTo(before);
        assertThat(script("--undo"))
                .startsWith("0\n")
                .contains("остаётся, его добавил не этот файл: " + scripted.root + theirs);

        assertThat(scripted.tree(ASIDE)).isEqualTo(before);
        assertThat(scripted.has(ADDED)).as("nothing is left to undo").isFalse();
    }

    @Test
    void undo_takesNothing_whereTheListOfWhatWasAddedIsGone() throws IOException, InterruptedException {
        assertThat(script()).startsWith("0\n");
        assertThat(scripted.has(ADDED)).isTrue();
        Map<String, String> done = scripted.tree(ASIDE);
        Files.delete(scripted.root.resolve(ADDED.substring(1)));

        assertThat(script("--undo")).startsWith("0\n").doesNotContain("удаляется");
        assertThat(scripted.tree(ASIDE)).isEqualTo(done);
    }

    @Test
    void undo_dryRun_onlyTells() throws IOException, InterruptedException {
        assertThat(script()).startsWith("0\n");
        Map<String, String> done = scripted.tree("/run");

        assertThat(script("--undo", "--dry-run")).startsWith("0\n").contains("удаляется");
        assertThat(scripted.tree("/run")).isEqualTo(done);
    }

    @Test
    void script_ofOnePersonsHost_letsEverybodysBrowsersStartThePackagesOnly() throws IOException, InterruptedException {
        scripted.launcher = Path.of("/home/anna/.local/share/obnova-host/bin/obnova-host");
        scripted.put(scripted.launcher.toString(), "#!/bin/sh\n");
        scripted.mode("home/anna/.local/share/obnova-host/bin/obnova-host", "rwxr-xr-x");

        assertThat(script("--system")).startsWith("0\n");
        assertThat(scripted.text("/etc/chromium/native-messaging-hosts/org.obnova.host.json"))
                .contains("\"path\":\"/opt/obnova/bin/obnova-host\"");
        assertThat(script()).startsWith("0\n");
        assertThat(scripted.text("/home/anna/.config/chromium/NativeMessagingHosts/org.obnova.host.json"))
                .contains("\"path\":\"" + scripted.launcher + "\"");
    }

    @Test
    void script_leavesTheAdministratorsPolicies_andSaysWhatToAdd() throws IOException, InterruptedException {
        String theirs = "{\"ExtensionSettings\": {\"*\": {\"installation_mode\": \"blocked\"}}}";
        scripted.put("/etc/chromium/policies/managed/corp.json", theirs);

        assertThat(script("--system"))
                .startsWith("1\n")
                .contains("Правила уже задал администратор", Computer.EXTENSION);

        assertThat(scripted.text("/etc/chromium/policies/managed/corp.json")).isEqualTo(theirs);
        assertThat(scripted.has("/etc/chromium/policies/managed/obnova.json")).isFalse();
    }

    @Test
    void script_saysSo_whereTheApplicationIsNotInstalled() throws IOException, InterruptedException {
        Files.delete(scripted.root.resolve("opt/obnova/bin/obnova-host"));
        assertThat(script()).startsWith("1\n").contains("Приложение Обнова не установлено");
        assertThat(scripted.has("/home/anna/.config/chromium")).isFalse();
    }

    @Test
    void fileForWindows_hasExactHttpsHostsAndNothingElse() {
        SetupFile file = WindowsFile.make(installed.service, List.of(), Direction.INSTALL);

        String text = new String(file.content(), StandardCharsets.UTF_16LE);
        assertThat(file.name()).isEqualTo("obnova-extern.reg");
        assertThat(text).startsWith("\uFEFFWindows Registry Editor Version 5.00\r\n\r\n; ");
        String key =
                "[HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\ZoneMap\\Domains\\obnova.org\\";
        assertThat(text.lines()
                        .map(line -> line.replace("\uFEFF", ""))
                        .filter(line -> !line.startsWith(";") && !line.isBlank()))
                .containsExactly(
                        "Windows Registry Editor Version 5.00",
                        key + "extern]",
                        "\"https\"=dword:00000002",
                        key + "cabinet]",
                        "\"https\"=dword:00000002");
        String undo = new String(
                WindowsFile.make(installed.service, List.of(), Direction.UNINSTALL)
                        .content(),
                StandardCharsets.UTF_16LE);
        assertThat(undo).contains("\"https\"=-").doesNotContain("dword");
    }

    @Test
    void fileForWindows_withRoots_isACommandFile_thatHasThemWordByWord() {
        SetupFile file = installed.workstation().file(installed.service, OperatingSystem.WINDOWS);

        RootCertificate root = RootCertificate.of(TestRoots.EXTERN);
        String text = new String(file.content(), StandardCharsets.UTF_8);
        assertThat(file.name()).isEqualTo("obnova-extern.cmd");
        assertThat(text).startsWith("@echo off\r\nchcp 65001").doesNotContain("#");
        assertThat(text.replace("\r\n", ""))
                .as("each line ends as Windows wants it")
                .doesNotContain("\n", "\r");
        assertThat(text).contains("call :root " + root.sha1(), "call :noroot " + root.sha1());
        assertThat(text.replaceAll("(?m)^echo ", "").replace("\r", "")).contains(root.pem());
        assertThat(text)
                .contains("ZoneMap\\Domains\\obnova.org\\extern\" https://extern.obnova.org")
                .contains("ZoneMap\\Domains\\obnova.org\\cabinet\" https://cabinet.obnova.org")
                .doesNotContain("\\Zones");
    }

    @Test
    void trustedSites_areNeverAWholeDomain_neverHttp_neverAnAddress() {
        assertThat(TrustedSites.of(new Origin("https://obnova.org"))).isEmpty();
        assertThat(TrustedSites.of(new Origin("https://firm.com.ru"))).isEmpty();
        assertThat(TrustedSites.of(new Origin("http://extern.localhost"))).isEmpty();
        assertThat(TrustedSites.of(new Origin("https://10.0.0.1"))).isEmpty();
        assertThat(TrustedSites.of(new Origin("https://extern.obnova.org:8443")))
                .isEmpty();
        assertThat(TrustedSites.of(new Origin("https://a.b.firm.com.ru")))
                .contains(new TrustedSites("firm.com.ru", "a.b"));
        assertThat(TrustedSites.of(new Origin("https://xn--d1acufc.xn--p1ai"))).isEmpty();
    }
}
