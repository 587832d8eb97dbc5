// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;

/** {@link NssTarget} through this system's NSS; what is in a database is told by certutil. */
class NssTargetTest {
    private static final String NAME = "Обнова Экстерн Root CA";
    private static final String[] ASIDE = {"/run"};

    @TempDir
    private Path folder;

    private static String certutil(Path database, String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 3];
        command[0] = "certutil";
        command[1] = "-d";
        command[2] = "sql:" + database;
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        return Computer.run(Map.of(), command);
    }

    @Test
    void install_makesTheSharedDatabase_whereAChromiumHasNone_andUninstallLeavesTheSameTree()
            throws IOException, InterruptedException {
        Computer computer = new Computer(folder).with("/usr/bin/chromium");
        Map<String, String> before = computer.tree(ASIDE);
        assertThat(computer.status("roots.nss.shared")).isEqualTo(Status.MISSING);

        computer.changeWell(Scope.USER, Direction.INSTALL);

        assertThat(computer.status("roots.nss.shared")).isEqualTo(Status.READY);
        assertThat(certutil(computer.home.resolve(".pki/nssdb"), "-L")).containsPattern(NAME + " +C,,");

        computer.changeWell(Scope.USER, Direction.UNINSTALL);
        Map<String, String> after = computer.tree(ASIDE);
        after.keySet().removeIf(each -> each.equals("/home/anna/.local") || each.equals("/home/anna/.local/state"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void install_trustsForServersOnly_andUninstallTakesOnlyOurs() throws IOException, InterruptedException {
        Computer computer = new Computer(folder).with("/usr/bin/chromium");
        Path database = Files.createDirectories(computer.home.resolve(".local/share/pki/nssdb"));
        certutil(database, "-N", "--empty-password");
        Path noise = Files.write(folder.resolve("noise"), new byte[64]);
        certutil(database, "-S", "-x", "-n", "theirs", "-s", "CN=theirs", "-t", "CT,,", "-z", noise.toString());
        String before = certutil(database, "-L");
        assertThat(before).contains("theirs");

        computer.changeWell(Scope.USER, Direction.INSTALL, "roots.nss.shared");
        assertThat(certutil(database, "-L")).containsPattern(NAME + " +C,,");
        assertThat(computer.target("roots.nss.shared").plan(Direction.INSTALL)).isEmpty();

        computer.changeWell(Scope.USER, Direction.UNINSTALL, "roots.nss.shared");
        assertThat(certutil(database, "-L")).isEqualTo(before);
    }

    @Test
    void uninstall_putsTheFormerTrustBack() throws IOException, InterruptedException {
        Computer computer = new Computer(folder).with("/usr/bin/chromium");
        Path database = Files.createDirectories(computer.home.resolve(".pki/nssdb"));
        certutil(database, "-N", "--empty-password");
        Path file = Files.write(folder.resolve("root.der"), TestRoots.EXTERN);
        certutil(database, "-A", "-n", "mail", "-t", ",C,", "-i", file.toString());
        String before = certutil(database, "-L");
        assertThat(computer.status("roots.nss.shared")).isEqualTo(Status.DIFFERS);

        computer.changeWell(Scope.USER, Direction.INSTALL, "roots.nss.shared");
        assertThat(certutil(database, "-L")).containsPattern("mail +C,C,");
        computer.changeWell(Scope.USER, Direction.UNINSTALL, "roots.nss.shared");

        assertThat(certutil(database, "-L")).isEqualTo(before);
    }

    @Test
    void install_isBlocked_whereThePersonForbadeTheRoot() throws IOException, InterruptedException {
        Computer computer = new Computer(folder).with("/usr/bin/chromium");
        Path database = Files.createDirectories(computer.home.resolve(".pki/nssdb"));
        certutil(database, "-N", "--empty-password");
        Path file = Files.write(folder.resolve("root.der"), TestRoots.EXTERN);
        certutil(database, "-A", "-n", "never", "-t", "p,p,p", "-i", file.toString());

        assertThat(computer.status("roots.nss.shared")).isEqualTo(Status.BLOCKED);
        assertThat(Objects.requireNonNull(computer.change(Scope.USER, Direction.INSTALL, "roots.nss.shared")
                                .getFirst()
                                .fault())
                        .code())
                .isEqualTo(ErrorCode.TARGET_BLOCKED);
    }

    @Test
    void firefoxProfiles_areTargetsOfTheirOwn_andOneWithAPasswordSaysSo() throws IOException, InterruptedException {
        Computer computer = new Computer(folder).with("/usr/bin/firefox-esr");
        computer.put(
                "/home/anna/.mozilla/firefox/profiles.ini", "[Profile0]\nName=Работа\nIsRelative=1\nPath=abcd.work\n");
        Path database = Files.createDirectories(computer.home.resolve(".mozilla/firefox/abcd.work"));
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        certutil(database, "-N", "-f", password.toString());

        Target target = computer.workstation().targets(computer.service).stream()
                .filter(each -> each.id().startsWith("roots.nss.firefox."))
                .findFirst()
                .orElseThrow();
        assertThat(target.id()).as("a page reads it").matches("roots\\.nss\\.firefox\\.[0-9a-f]{8}");
        assertThat(target.title().russian()).doesNotContain("Работа", "work");

        Outcome outcome =
                computer.change(Scope.USER, Direction.INSTALL, target.id()).getFirst();

        assertThat(Objects.requireNonNull(outcome.fault()).code()).isEqualTo(ErrorCode.PERSONAL_STORE_LOCKED);
        assertThat(outcome.state().status()).isEqualTo(Status.MISSING);
        assertThat(certutil(database, "-L")).doesNotContain(NAME);
    }

    @Test
    void rootsThatNssRefuses_areNoTargets() throws IOException, InterruptedException {
        Path root = folder.resolve("gost.der");
        String[] command =
                ("openssl req -engine gost -x509 -newkey gost2012_256 -pkeyopt paramset:A -nodes -subj /CN=gost -outform DER -keyout "
                                + folder.resolve("key") + " -out " + root)
                        .split(" ", -1);
        assertThat(Computer.run(Map.of(), command)).startsWith("0");
        Computer computer = new Computer(folder, Files.readAllBytes(root)).with("/usr/bin/chromium");

        assertThat(computer.workstation().targets(computer.service))
                .extracting(Target::id)
                .contains("host-manifest.chromium")
                .noneMatch(id -> id.startsWith("roots.nss."));
    }
}
