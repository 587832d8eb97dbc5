// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** {@link HostManifest}. */
class HostManifestTest {
    private static final String FILE = "/home/anna/.config/chromium/NativeMessagingHosts/org.obnova.host.json";
    private static final String[] ASIDE = {"/run", "/home/anna/.local"};

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Computer computer;

    @BeforeEach
    void aComputerWithChromium() {
        computer = new Computer(folder).with("/usr/bin/chromium");
    }

    @Test
    void install_letsTheExtensionIn_andUninstallLeavesTheSameTree() throws IOException {
        Map<String, String> before = computer.tree(ASIDE);
        assertThat(computer.status("host-manifest.chromium")).isEqualTo(Status.MISSING);

        computer.changeWell(Scope.USER, Direction.INSTALL, "host-manifest.chromium");

        assertThat(computer.text(FILE))
                .contains("\"path\":\"/opt/obnova/bin/obnova-host\"", "chrome-extension://" + Computer.EXTENSION + "/");
        assertThat(computer.status("host-manifest.chromium")).isEqualTo(Status.READY);
        assertThat(computer.target("host-manifest.chromium").plan(Direction.INSTALL))
                .isEmpty();

        computer.changeWell(Scope.USER, Direction.UNINSTALL, "host-manifest.chromium");

        assertThat(computer.tree(ASIDE)).isEqualTo(before);
        assertThat(computer.has("/home/anna/.local/state/obnova/workstation.json"))
                .isFalse();
    }

    @Test
    void install_twice_remembersWhatWasThereFirst() throws IOException {
        computer.put(
                FILE, "{\"name\":\"org.obnova.host\",\"type\":\"stdio\",\"path\":\"/old\",\"allowed_origins\":[]}");
        Files.setPosixFilePermissions(
                computer.root.resolve(FILE.substring(1)), PosixFilePermissions.fromString("rw-r--r--"));
        Map<String, String> before = computer.tree(ASIDE);
        assertThat(computer.status("host-manifest.chromium")).isEqualTo(Status.OUTDATED);

        computer.changeWell(Scope.USER, Direction.INSTALL, "host-manifest.chromium");
        computer.changeWell(Scope.USER, Direction.INSTALL, "host-manifest.chromium");
        assertThat(computer.text(FILE)).contains("/opt/obnova/bin/obnova-host");
        computer.changeWell(Scope.USER, Direction.UNINSTALL, "host-manifest.chromium");

        assertThat(computer.tree(ASIDE)).isEqualTo(before);
    }

    @Test
    void uninstall_leavesWhatSomebodyElseWroteSince() throws IOException {
        computer.changeWell(Scope.USER, Direction.INSTALL, "host-manifest.chromium");
        computer.put(FILE, "{}");

        Fault fault = Objects.requireNonNull(computer.change(Scope.USER, Direction.UNINSTALL, "host-manifest.chromium")
                .getFirst()
                .fault());

        assertThat(fault.code()).isEqualTo(ErrorCode.TARGET_CHANGED_SINCE);
        assertThat(computer.text(FILE)).isEqualTo("{}");
    }

    @Test
    void check_seesAManifestThatTheBrowserWouldRefuse() {
        computer.put(FILE, "\uFEFF{}");
        assertThat(computer.status("host-manifest.chromium")).isEqualTo(Status.DIFFERS);
        computer.put(
                FILE,
                "{\"name\":\"org.obnova.host\",\"type\":\"stdio\",\"path\":\"/opt/obnova/bin/obnova-host\",\"allowed_origins\":[\"chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/\"]}");
        assertThat(computer.status("host-manifest.chromium")).isEqualTo(Status.OUTDATED);
    }

    @Test
    void system_isReadableForEverybody_andUndone() throws IOException {
        computer.with("/usr/bin/firefox-esr");
        Map<String, String> before = computer.tree(ASIDE);

        computer.changeWell(Scope.SYSTEM, Direction.INSTALL, "host-manifest.chromium.system");
        computer.changeWell(Scope.SYSTEM, Direction.INSTALL, "host-manifest.firefox.system");

        Path file = computer.root.resolve("usr/lib/mozilla/native-messaging-hosts/org.obnova.host.json");
        assertThat(Files.readString(file)).contains("\"allowed_extensions\":[\"extension@obnova.org\"]");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(Objects.requireNonNull(file.getParent(), "a folder"))))
                .isEqualTo("rwxr-xr-x");

        computer.changeWell(Scope.SYSTEM, Direction.UNINSTALL, "host-manifest.chromium.system");
        computer.changeWell(Scope.SYSTEM, Direction.UNINSTALL, "host-manifest.firefox.system");
        assertThat(computer.tree(ASIDE)).isEqualTo(before);
    }

    @Test
    void manifest_namesOnlyAdmittedExtensions_andABrowserWithoutOneGetsNone() throws IOException {
        computer.with("/usr/bin/firefox-esr");
        computer.extensions = List.of("abcdefghijklmnopabcdefghijklmnop");
        computer.changeWell(Scope.USER, Direction.INSTALL, "host-manifest.chromium");
        assertThat(computer.text(FILE))
                .contains("\"allowed_origins\":[\"chrome-extension://abcdefghijklmnopabcdefghijklmnop/\"]");
        assertThat(computer.workstation().targets(computer.service))
                .extracting(Target::id)
                .contains("policy.chromium", "policy.firefox")
                .doesNotContain("host-manifest.firefox");
        assertThat(new String(
                        computer.workstation()
                                .file(computer.service, OperatingSystem.LINUX)
                                .content(),
                        StandardCharsets.UTF_8))
                .contains("chrome-extension://abcdefghijklmnopabcdefghijklmnop/")
                .doesNotContain(Computer.EXTENSION, "allowed_extensions");
    }

    @Test
    void targetOfARepair_isChangedUnderTheLock() {
        Target target = computer.workstation().personal(computer.service).stream()
                .filter(each -> each.id().equals("host-manifest.chromium"))
                .findFirst()
                .orElseThrow();
        assertThat(computer.has("/run/user/workstation.lock")).isFalse();
        target.install();
        assertThat(computer.has(FILE)).isTrue();
        assertThat(computer.has("/run/user/workstation.lock")).isTrue();
        assertThat(computer.workstation().personal(computer.service))
                .allSatisfy(each -> assertThat(each.scope()).isEqualTo(Scope.USER));
    }

    @Test
    void browsersOfOneFolder_shareATarget() {
        computer.with("/usr/bin/chromium-gost-stable");
        assertThat(computer.target("host-manifest.chromium").title().english()).isEqualTo("Chromium, Chromium-Gost");
    }

    @Test
    void forOnePerson_isNotNeeded_whereItIsSetUpForAll() {
        computer.changeWell(Scope.SYSTEM, Direction.INSTALL, "host-manifest.chromium.system");
        assertThat(computer.status("host-manifest.chromium")).isEqualTo(Status.NOT_APPLICABLE);
        computer.changeWell(Scope.USER, Direction.INSTALL, "host-manifest.chromium");
        assertThat(computer.has(FILE)).isFalse();
    }

    @Test
    void forOnePerson_isBlocked_whereTheAdministratorWantsThemForAll() {
        computer.put("/etc/chromium/policies/managed/corp.json", "{\"NativeMessagingUserLevelHosts\": false}");
        assertThat(computer.status("host-manifest.chromium")).isEqualTo(Status.BLOCKED);
        Fault fault = Objects.requireNonNull(computer.change(Scope.USER, Direction.INSTALL, "host-manifest.chromium")
                .getFirst()
                .fault());
        assertThat(fault.code()).isEqualTo(ErrorCode.TARGET_BLOCKED);
    }

    @Test
    void uninstall_undoesWhatABrowserThatIsGoneWasGiven() throws IOException {
        Path browser = computer.root.resolve("usr/bin/vivaldi");
        computer.with("/usr/bin/vivaldi");
        Map<String, String> before = computer.tree(ASIDE);
        computer.changeWell(Scope.USER, Direction.INSTALL, "host-manifest.vivaldi");
        Files.delete(browser);
        Files.delete(computer.root.resolve("usr/bin/chromium"));

        computer.changeWell(Scope.USER, Direction.UNINSTALL);

        before.remove("/usr/bin/vivaldi");
        before.remove("/usr/bin/chromium");
        assertThat(computer.tree(ASIDE)).isEqualTo(before);
    }

    @Test
    void browsersInSandboxes_nameTheCommandThatLetsThemOut() throws IOException {
        Files.createDirectories(computer.home.resolve(".var/app/org.chromium.Chromium"));
        Map<String, String> before = computer.tree(ASIDE);
        computer.changeWell(Scope.USER, Direction.INSTALL, "host-manifest.chromium.flatpak");

        Target flatpak = computer.target("host-manifest.chromium.flatpak");
        assertThat(Objects.requireNonNull(flatpak.check().hint()).english())
                .isEqualTo(
                        "Run once: flatpak override --user --talk-name=org.freedesktop.Flatpak org.chromium.Chromium");
        String script = "/home/anna/.var/app/org.chromium.Chromium/config/chromium/NativeMessagingHosts/obnova-host.sh";
        assertThat(computer.text(script)).contains("flatpak-spawn --host '/opt/obnova/bin/obnova-host' \"$@\"");
        assertThat(Files.isExecutable(computer.root.resolve(script.substring(1))))
                .isTrue();

        computer.changeWell(Scope.USER, Direction.UNINSTALL, "host-manifest.chromium.flatpak");
        assertThat(computer.tree(ASIDE)).isEqualTo(before);
    }
}
