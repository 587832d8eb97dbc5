// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FaultyActions;
import org.obnova.host.platform.FaultyActions.Killed;
import org.obnova.host.platform.FaultyActions.Mishap;
import org.obnova.host.platform.FileActions;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.PasswordChange;
import org.obnova.host.storage.PasswordPrompt;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.folder.pkcs12.ForeignFile;

class PasswordChangeTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);

    @TempDir
    private Path folder;

    @Test
    void container_opensWithTheNewPasswordOnly_inOpenSslToo() throws IOException {
        Workplace host = start(folder, FileActions.disk());
        KeyContainer before = host.present(AUTHORITY, KeyAlgorithm.GOST_2012_256, "old", NOW);
        host.person().enters("wrong", "old").makesUp("new");
        new PasswordChange(host.storages()).change(new FakeTask(), sha256(before));

        assertThat(host.person().questions())
                .extracting(PasswordPrompt.Question::purpose)
                .containsExactly(Purpose.READ_FOR_NEW_PASSWORD, Purpose.READ_FOR_NEW_PASSWORD, Purpose.NEW_PASSWORD);
        KeyContainer after = only(host);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.label()).isEqualTo(before.label());
        assertThat(after.chain()).isEqualTo(before.chain());
        host.person().questions().clear();
        host.person().enters("old", "new");
        after.open(new FakeTask(), Purpose.SIGN_DOCUMENT).close();
        assertThat(host.person().questions().getLast().wrongBefore()).isEqualTo(1);
        OpenSsl openssl = new OpenSsl(folder);
        openssl.put("c.p12", Files.readAllBytes(file(folder)));
        assertThat(openssl.run("pkcs12", "-in", "c.p12", "-nodes", "-passin", "pass:new")
                        .ok())
                .isTrue();
        assertThat(openssl.run("pkcs12", "-in", "c.p12", "-nodes", "-passin", "pass:old")
                        .ok())
                .isFalse();
    }

    @Test
    void password_isTakenAway_andGivenToAContainerThatHadNone() {
        Workplace host = start(folder, FileActions.disk());
        String certificate = sha256(host.present(AUTHORITY, KeyAlgorithm.EC_P256, "old", NOW));
        host.person().enters("old").makesUp("");
        new PasswordChange(host.storages()).change(new FakeTask(), certificate);
        only(host).open(new FakeTask(), Purpose.SIGN_DOCUMENT).close();
        host.person().makesUp("again");
        new PasswordChange(host.storages()).change(new FakeTask(), certificate);
        host.person().enters("again");
        only(host).open(new FakeTask(), Purpose.SIGN_DOCUMENT).close();
    }

    @Test
    void givingUp_changesNothing() throws IOException {
        Workplace host = start(folder, FileActions.disk());
        KeyContainer container = host.present(AUTHORITY, KeyAlgorithm.EC_P256, "old", NOW);
        byte[] before = Files.readAllBytes(file(folder));
        assertFault(ErrorCode.CANCELLED, () -> container.changePassword(new FakeTask()));
        host.person().enters("old");
        assertFault(ErrorCode.CANCELLED, () -> container.changePassword(new FakeTask()));
        assertThat(Files.readAllBytes(file(folder))).isEqualTo(before);
    }

    @Test
    void containerOfAnotherProgram_isLeftToIt(@TempDir Path workshop) throws IOException {
        Path drive = Files.createDirectories(folder.resolve("drive"));
        byte[] theirs = new ForeignFile(workshop)
                .key("theirs", "EC", "ec_paramgen_curve:P-256")
                .ofOpenSsl("theirs", "secret-1", "-certpbe NONE");
        Files.write(drive.resolve("theirs.p12"), theirs);
        Workplace host = start(folder, FileActions.disk());
        KeyContainer container = host.storages().folder(drive).containers().getFirst();
        assertFault(ErrorCode.PASSWORD_NOT_OURS, () -> container.changePassword(new FakeTask()));
        assertFault(ErrorCode.KEY_NOT_REMOVABLE, () -> container.remove(new FakeTask()));
        assertThat(Files.readAllBytes(drive.resolve("theirs.p12"))).isEqualTo(theirs);
    }

    /** At each point of each write: what is there afterwards opens, with the one password or the other, and nothing else lies about. */
    @ParameterizedTest(name = "{0}, rename atomic: {1}")
    @CsvSource({"KILL,true", "KILL,false", "FULL,true", "FULL,false", "FAILED,true", "FAILED,false"})
    void container_opens_whereverTheChangeIsInterrupted(Mishap mishap, boolean atomicRename) throws IOException {
        int points = points(atomicRename);
        assertThat(points).isGreaterThan(5);
        for (int at = 1; at <= points; at++) {
            Path home = folder.resolve("at-" + at);
            KeyContainer container = start(home, FileActions.disk()).present(AUTHORITY, KeyAlgorithm.EC_P256, "", NOW);
            boolean acknowledged = changed(home, new FaultyActions(mishap, at, atomicRename));

            Workplace later = start(home, FileActions.disk());
            later.person().enters("new");
            KeyContainer now = only(later);
            assertThat(now.chain()).as("point %d", at).isEqualTo(container.chain());
            now.open(new FakeTask(), Purpose.SIGN_DOCUMENT).close();
            if (acknowledged) {
                assertThat(later.person().questions()).as("point %d", at).hasSize(1);
            }
            later.person().enters("new").makesUp("newest");
            now.changePassword(new FakeTask());
            try (Stream<Path> left = Files.list(home.resolve("data/containers"))) {
                assertThat(left).as("after the next change, point %d", at).hasSize(1);
            }
        }
    }

    private int points(boolean atomicRename) {
        Path home = folder.resolve("count");
        start(home, FileActions.disk()).present(AUTHORITY, KeyAlgorithm.EC_P256, "", NOW);
        FaultyActions counting = new FaultyActions(Mishap.KILL, 0, atomicRename);
        changed(home, counting);
        return counting.points();
    }

    private static boolean changed(Path home, FaultyActions disk) {
        Workplace host = start(home, disk);
        host.person().makesUp("new");
        try {
            only(host).changePassword(new FakeTask());
            return true;
        } catch (Killed e) {
            return false;
        } catch (Fault e) {
            assertThat(e.code()).isIn(ErrorCode.STORAGE_FULL, ErrorCode.STORAGE_FAILED);
            return false;
        }
    }

    @Test
    void keyWithoutCertificate_isRemovedInAllGenerations_andOneWithACertificateIsNot() throws IOException {
        Workplace host = start(folder, new FaultyActions(Mishap.KILL, 0, false));
        KeyStorage computer = host.storages().all().getFirst();
        KeyContainer orphan;
        try (SoftwareKey key = new KeyGenerator().generate(KeyAlgorithm.EC_P256, new SecureRandom())) {
            orphan = host.put(computer, key, List.of(), "secret");
        }
        host.person().enters("secret").makesUp("other");
        orphan.changePassword(new FakeTask());
        assertThat(file(folder))
                .as("a second generation")
                .hasFileName(orphan.id().replace(".p12", ".~1.p12"));
        KeyContainer held = host.present(AUTHORITY, KeyAlgorithm.EC_P256, "", NOW);
        orphan.remove(new FakeTask());
        assertThat(computer.containers()).extracting(KeyContainer::id).containsExactly(held.id());
        orphan.remove(new FakeTask());
        assertFault(ErrorCode.KEY_IN_USE, () -> held.remove(new FakeTask()));
        assertThat(computer.containers()).hasSize(1);
    }

    /** It was listed without a certificate, and has got one since. */
    @Test
    void keyThatGotItsCertificateMeanwhile_isNotRemoved() {
        Workplace host = start(folder, FileActions.disk());
        KeyStorage computer = host.storages().all().getFirst();
        try (SoftwareKey key = new KeyGenerator().generate(KeyAlgorithm.EC_P256, new SecureRandom())) {
            KeyContainer orphan = host.put(computer, key, List.of(), "");
            orphan.install(
                    new FakeTask(),
                    List.of(AUTHORITY.issue(Workplace.HOLDER.toX500Name(), key.publicKey(), NOW), AUTHORITY.root()));
            assertFault(ErrorCode.KEY_IN_USE, () -> orphan.remove(new FakeTask()));
            assertThat(computer.containers()).hasSize(1);
        }
    }

    private static Path file(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("data/containers"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private static KeyContainer only(Workplace host) {
        List<KeyContainer> containers = host.storages().all().getFirst().containers();
        assertThat(containers).hasSize(1);
        return containers.getFirst();
    }

    private static String sha256(KeyContainer container) {
        return Thumbprint.sha256(container.chain().getFirst());
    }

    private static Workplace start(Path home, FileActions disk) {
        return new Workplace(home, disk, AUTHORITY.root());
    }
}
