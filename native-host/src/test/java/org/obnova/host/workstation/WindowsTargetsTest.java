// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;

/** The targets of Windows, against a registry in memory: {@link FakeWindows}. */
class WindowsTargetsTest {
    private static final String[] ASIDE = {"/run", "/home/anna/.local"};
    private static final String DOMAIN = "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion"
            + "\\Internet Settings\\ZoneMap\\Domains\\obnova.org";
    private static final String CHROME =
            "HKEY_CURRENT_USER\\Software\\Google\\Chrome\\NativeMessagingHosts\\org.obnova.host";
    private static final String ROOT = FakeWindows.sha1(TestRoots.EXTERN);

    @TempDir
    private Path folder;

    private final FakeWindows windows = new FakeWindows();

    @SuppressWarnings("NullAway.Init")
    private Computer computer;

    @BeforeEach
    void windowsWithTwoBrowsers() {
        computer = new Computer(folder)
                .with("/Program Files/Google/Chrome/Application/chrome.exe")
                .with("/Program Files/Mozilla Firefox/firefox.exe");
        Map<String, String> places = Map.of(
                "ProgramFiles", computer.root.resolve("Program Files").toString(),
                "LOCALAPPDATA", computer.home.resolve("AppData/Local").toString(),
                "SystemRoot", computer.root.resolve("Windows").toString());
        computer.launcher = computer.root.resolve("opt/obnova/bin/obnova-host");
        computer.on(OperatingSystem.WINDOWS, places, windows);
    }

    @Test
    void all_areThePersons_andInstallMakesThemReady() throws IOException {
        assertThat(computer.workstation().targets(computer.service))
                .allSatisfy(each -> assertThat(each.scope()).isEqualTo(Scope.USER))
                .extracting(Target::id)
                .containsExactly("host-manifest.chrome", "host-manifest.firefox", "roots.windows", "sites.windows");

        computer.changeWell(Scope.USER, Direction.INSTALL);

        for (Target each : computer.workstation().targets(computer.service)) {
            assertThat(each.check().status()).as(each.id()).isEqualTo(Status.READY);
            assertThat(each.plan(Direction.INSTALL)).as(each.id()).isEmpty();
        }
        assertThat(windows.registry.get(DOMAIN + "\\extern")).isEqualTo(Map.of("https", "dword:00000002"));
        assertThat(windows.registry.get(DOMAIN + "\\cabinet")).isEqualTo(Map.of("https", "dword:00000002"));
        assertThat(windows.registry.get(DOMAIN)).as("never the whole domain").isEmpty();
        assertThat(windows.all()).as("never a zone's own settings").doesNotContain("\\Zones");
        Path manifest = computer.home.resolve("AppData/Local/obnova/manifests/chrome.json");
        assertThat(windows.registry.get(CHROME)).isEqualTo(Map.of("", "\"" + manifest + "\""));
        assertThat(Files.readString(manifest)).contains("chrome-extension://" + Computer.EXTENSION + "/");
    }

    @Test
    void uninstall_leavesRegistryAndFilesAsTheyWere() throws IOException {
        windows.key(DOMAIN + "\\extern").put("https", "dword:00000001");
        windows.key(DOMAIN + "\\extern").put("http", "dword:00000003");
        windows.key(CHROME).put("", "\"C:\\\\Other \\\"host\\\"\\\\m.json\"");
        String before = windows.all();
        Map<String, String> files = computer.tree(ASIDE);

        computer.changeWell(Scope.USER, Direction.INSTALL);
        assertThat(windows.all()).isNotEqualTo(before);
        computer.changeWell(Scope.USER, Direction.UNINSTALL);

        assertThat(windows.all()).isEqualTo(before);
        assertThat(computer.tree(ASIDE)).isEqualTo(files);
        assertThat(computer.has("/home/anna/.local/state/obnova/workstation.json"))
                .isFalse();
    }

    @Test
    void uninstall_inAnyOrder_removesSharedKeysWithTheLast() throws IOException {
        String before = windows.all();
        computer.changeWell(Scope.USER, Direction.INSTALL);
        for (String each :
                new String[] {"host-manifest.chrome", "sites.windows", "host-manifest.firefox", "roots.windows"}) {
            computer.changeWell(Scope.USER, Direction.UNINSTALL, each);
        }
        assertThat(windows.all()).isEqualTo(before);
    }

    @Test
    void undo_needsTheRecordOnly() {
        String before = windows.all();
        computer.changeWell(Scope.USER, Direction.INSTALL);

        assertThat(computer.workstation().undo(Computer.task(), Scope.USER))
                .allSatisfy(each -> assertThat(each.fault()).isNull());

        assertThat(windows.all()).isEqualTo(before);
    }

    @Test
    void uninstall_leavesWhatOthersHaveChangedSince() {
        computer.changeWell(Scope.USER, Direction.INSTALL);
        windows.key(DOMAIN + "\\extern").put("https", "dword:00000003");

        assertThat(computer.change(Scope.USER, Direction.UNINSTALL, "sites.windows"))
                .singleElement()
                .satisfies(each -> assertThat(each.fault()).hasMessageContaining("neither"));

        assertThat(windows.registry.get(DOMAIN + "\\extern")).containsEntry("https", "dword:00000003");
    }

    @Test
    void sites_thatThePersonRestricted_stayRestricted() {
        windows.key(DOMAIN + "\\extern").put("https", "dword:00000004");

        assertBlocked("sites.windows");
        assertThat(windows.registry).doesNotContainKey(DOMAIN + "\\cabinet");
    }

    @Test
    void sites_areTheAdministratorsAlone_whereAPolicySaysSo() {
        windows.key("HKEY_LOCAL_MACHINE\\Software\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings")
                .put("Security_HKLM_only", "dword:00000001");
        assertBlocked("sites.windows");
    }

    @Test
    void root_thatIsUntrusted_staysUntrusted() {
        windows.key("HKEY_LOCAL_MACHINE\\Software\\Microsoft\\SystemCertificates\\Disallowed\\Certificates\\" + ROOT)
                .put("Blob", FakeWindows.blob(TestRoots.EXTERN));
        assertBlocked("roots.windows");
    }

    @Test
    void root_isTrustedAlready_whereTheComputerHasIt_butNotWhereOnlyItsNameIsThere() {
        Map<String, String> kept =
                windows.key("HKEY_LOCAL_MACHINE\\Software\\Microsoft\\SystemCertificates\\Root\\Certificates\\" + ROOT);
        kept.put("Blob", "hex:00,01,02");
        assertThat(computer.status("roots.windows")).isEqualTo(Status.MISSING);
        kept.put("Blob", FakeWindows.blob(TestRoots.EXTERN));
        assertThat(computer.status("roots.windows")).isEqualTo(Status.READY);

        computer.changeWell(Scope.USER, Direction.INSTALL, "roots.windows");
        assertThat(windows.commands).noneMatch(each -> each.getFirst().endsWith("certutil.exe"));
    }

    @Test
    void root_isNotTrusted_whereThePersonTellsWindowsNo_andNothingIsLeft() {
        String before = windows.all();
        windows.personSaysNo = true;

        assertThat(computer.change(Scope.USER, Direction.INSTALL, "roots.windows"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.state().status()).isEqualTo(Status.MISSING);
                    assertThat(each.fault()).extracting("code").isEqualTo(ErrorCode.SETUP_TOOL_FAILED);
                });
        windows.personSaysNo = false;
        computer.changeWell(Scope.USER, Direction.UNINSTALL, "roots.windows");

        assertThat(windows.all()).isEqualTo(before);
    }

    @Test
    void manifest_isNotNeeded_whereThePackageRegisteredTheHost_byAPathFromItsOwnFolder() {
        Path manifest = computer.put(
                "/opt/obnova/manifests/chromium.json",
                "{\"name\":\"org.obnova.host\",\"description\":\"\",\"path\":\"../bin/obnova-host\",\"type\":\"stdio\","
                        + "\"allowed_origins\":[\"chrome-extension://" + Computer.EXTENSION + "/\"]}");
        windows.key(CHROME.replace("CURRENT_USER", "LOCAL_MACHINE")).put("", "\"" + manifest + "\"");

        assertThat(computer.status("host-manifest.chrome")).isEqualTo(Status.NOT_APPLICABLE);
        computer.changeWell(Scope.USER, Direction.INSTALL, "host-manifest.chrome");
        assertThat(windows.registry).doesNotContainKey(CHROME);
    }

    @Test
    void manifest_isBlocked_whereTheAdministratorLetsOnlyEverybodysHostsStart() {
        windows.key("HKEY_LOCAL_MACHINE\\Software\\Policies\\Google\\Chrome")
                .put("NativeMessagingUserLevelHosts", "dword:00000000");
        assertBlocked("host-manifest.chrome");
    }

    private void assertBlocked(String id) {
        String before = windows.all();
        assertThat(computer.status(id)).isEqualTo(Status.BLOCKED);
        assertThat(computer.target(id).plan(Direction.INSTALL)).isEmpty();
        assertThat(computer.workstation()
                        .change(Computer.task(), computer.service, Set.of(id), Scope.USER, Direction.INSTALL))
                .singleElement()
                .satisfies(each -> assertThat(each.fault()).extracting("code").isEqualTo(ErrorCode.TARGET_BLOCKED));
        assertThat(windows.all()).isEqualTo(before);
    }
}
