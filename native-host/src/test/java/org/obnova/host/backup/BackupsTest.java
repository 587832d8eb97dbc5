// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.backup.KnownBackups.Known;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.PasswordPrompt;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StoragePrompt.Choice;

class BackupsTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);

    @TempDir
    private Path folder;

    private Path drive = Path.of("");

    @BeforeEach
    void insertDrive() throws IOException {
        drive = Files.createDirectory(folder.resolve("drive"));
    }

    @Test
    void copy_opensWithItsOwnPasswordOnly() {
        Workplace host = start(FileActions.disk());
        String certificate = present(host);
        host.person()
                .chooses(offers -> new Choice.OtherFolder(drive))
                .enters("original")
                .makesUp("copy");
        assertThat(host.backups().copy(new FakeTask(), certificate)).isEqualTo(new Copied("Folder “drive”"));

        KeyContainer copy = host.storages().folder(drive).containers().getFirst();
        assertThat(copy.label()).isEqualTo(Workplace.HOLDER.commonName());
        Backup noted = new Backup(certificate, host.storages().folder(drive).id(), "Folder “drive”", NOW);
        assertThat(known(host)).isEqualTo(new KnownBackups(List.of(new Known(noted, "Folder “drive”", true)), false));
        assertThat(host.person().questions())
                .extracting(PasswordPrompt.Question::purpose)
                .containsExactly(Purpose.READ_FOR_BACKUP, Purpose.NEW_BACKUP);
        host.person().enters("original", "copy");
        copy.open(new FakeTask(), Purpose.SIGN_DOCUMENT).close();
        assertThat(host.person().questions().getLast().wrongBefore())
                .as("the first was wrong")
                .isEqualTo(1);
    }

    @Test
    void copy_isRefusedBesideTheOriginal_andTheWindowSaysWhyNot() {
        Workplace host = start(FileActions.disk());
        String certificate = present(host);
        host.person().choosesFirst();
        assertFault(ErrorCode.BACKUP_SAME_PLACE, () -> host.backups().copy(new FakeTask(), certificate));
        assertThat(host.person().offers().getFirst().getFirst().whyNot()).isEqualTo("the original key lies here");
        Path own = host.home().resolve("data/containers");
        host.person().chooses(offers -> new Choice.OtherFolder(own.resolve("../containers")));
        assertFault(ErrorCode.BACKUP_SAME_PLACE, () -> host.backups().copy(new FakeTask(), certificate));
        assertThat(host.person().questions()).as("no password was asked for").isEmpty();
    }

    @Test
    void copy_countsAsDone_whereTheCopyIsThere_afterItHasSigned() throws IOException {
        Workplace host = start(FileActions.disk());
        String certificate = copied(host);
        // As after a crash between the copy and the list.
        Files.delete(host.home().resolve("state/backups.json"));
        host.person()
                .chooses(offers -> new Choice.Offered(offers.get(1).storage()))
                .enters("copy");
        int before = host.person().questions().size();
        assertThat(host.backups().copy(new FakeTask(), certificate).storageLabel())
                .isEqualTo("Folder “drive”");
        assertThat(host.person()
                        .questions()
                        .subList(before, host.person().questions().size()))
                .extracting(PasswordPrompt.Question::purpose)
                .containsExactly(Purpose.VERIFY_BACKUP);
        assertThat(known(host).copies()).hasSize(1);
        assertThat(drive.toFile().listFiles()).hasSize(1);
    }

    @Test
    void copy_doesNotCount_whereTheCopyThatIsThereIsNotOpened() throws IOException {
        Workplace host = start(FileActions.disk());
        String certificate = copied(host);
        Files.delete(host.home().resolve("state/backups.json"));
        host.person().chooses(offers -> new Choice.Offered(offers.get(1).storage()));
        assertFault(ErrorCode.CANCELLED, () -> host.backups().copy(new FakeTask(), certificate));
        assertThat(known(host).copies()).isEmpty();
    }

    @Test
    void copy_isRefused_whereTheKeyLiesWithAnotherCertificate() {
        Workplace host = start(FileActions.disk());
        try (SoftwareKey key = new KeyGenerator().generate(KeyAlgorithm.EC_P256, new SecureRandom())) {
            List<X509CertificateHolder> two = List.of(
                    AUTHORITY.issue(Workplace.HOLDER.toX500Name(), key.publicKey(), NOW),
                    AUTHORITY.issue(Workplace.HOLDER.toX500Name(), key.publicKey(), NOW));
            host.put(host.storages().computer(), key, List.of(two.get(0)), "");
            host.put(host.storages().folder(drive), key, List.of(two.get(1)), "");
            host.person().chooses(offers -> new Choice.OtherFolder(drive));
            assertFault(
                    ErrorCode.BACKUP_EXISTS, () -> host.backups().copy(new FakeTask(), Thumbprint.sha256(two.get(0))));
        }
    }

    @Test
    void copy_leavesNothing_whenTheMediumSpoilsWhatIsWritten() {
        String certificate = present(start(FileActions.disk()));
        Workplace host = start(new SpoilingDrive(drive));
        host.person()
                .chooses(offers -> new Choice.OtherFolder(drive))
                .enters("original")
                .makesUp("copy");
        assertFault(ErrorCode.BACKUP_UNVERIFIED, () -> host.backups().copy(new FakeTask(), certificate));
        assertThat(drive).isEmptyDirectory();
        assertThat(known(host).copies()).isEmpty();
    }

    @Test
    void copy_saysThatTheMediumIsGone_whereTheFolderHasNoPlace() {
        Workplace host = start(FileActions.disk());
        String certificate = present(host);
        host.person().chooses(offers -> new Choice.OtherFolder(folder.resolve("pulled/out")));
        assertFault(ErrorCode.STORAGE_NOT_FOUND, () -> host.backups().copy(new FakeTask(), certificate));
    }

    @Test
    void copy_isRefused_forACertificateThatNoMediumHolds() {
        Workplace host = start(FileActions.disk());
        assertFault(ErrorCode.CONTAINER_NOT_FOUND, () -> host.backups().copy(new FakeTask(), "0".repeat(64)));
    }

    @Test
    void copy_goesOn_whenTheListOfBackupsIsDamaged_andKeepsTheDamagedFile() throws IOException {
        Workplace host = start(FileActions.disk());
        Path list = list(host, "damaged");
        assertThat(known(host)).as("nothing is written for a mere look").isEqualTo(new KnownBackups(List.of(), true));
        copied(host);
        assertThat(known(host).copies()).hasSize(1);
        assertThat(known(host).incomplete()).isTrue();
        assertThat(list.resolveSibling("backups.json.damaged")).hasContent("damaged");
    }

    @Test
    void copy_isRefusedBeforeAnythingIsChosen_whenANewerVersionWroteTheList() throws IOException {
        Workplace host = start(FileActions.disk());
        String certificate = present(host);
        String newer = "{\"formatVersion\":99}";
        Path list = list(host, newer);
        assertFault(ErrorCode.BACKUP_LIST_NEWER, () -> host.backups().copy(new FakeTask(), certificate));
        assertThat(host.person().offers()).isEmpty();
        assertThat(list).hasContent(newer);
    }

    @Test
    void known_readTheListOfTheVersionBefore() throws IOException {
        Workplace host = start(FileActions.disk());
        list(
                host,
                "{\"formatVersion\":1,\"backups\":[{\"certificate\":\"" + "a".repeat(64)
                        + "\",\"storage\":\"folder-1\",\"made\":\"2026-11-01T00:00:00Z\"}]}");
        Backup old = new Backup("a".repeat(64), "folder-1", "", Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(known(host)).isEqualTo(new KnownBackups(List.of(new Known(old, "folder-1", false)), false));
    }

    @Test
    void known_tellThatACopyIsNotAtHand_andWhatItsMediumWasCalled() throws IOException {
        Workplace host = start(FileActions.disk());
        copied(host);
        Files.move(drive, folder.resolve("pulled"));
        Known known = known(host).copies().getFirst();
        assertThat(known.present()).isFalse();
        assertThat(known.label()).isEqualTo("Folder “drive”");
    }

    /** Two hosts, of two browsers. */
    @Test
    void note_loseNothing_whenTwoHostsWriteAtOnce() throws InterruptedException {
        Workplace one = start(FileActions.disk());
        Workplace other = start(FileActions.disk());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Workplace host = i % 2 == 0 ? one : other;
            String certificate = "%064x".formatted(i);
            threads.add(Thread.ofVirtual()
                    .start(() -> host.backupNotes()
                            .note(new FakeTask(), host.storages().computer(), certificate)));
        }
        for (Thread each : threads) {
            each.join();
        }
        assertThat(known(one).copies()).hasSize(20);
    }

    private String copied(Workplace host) {
        String certificate = present(host);
        host.person()
                .chooses(offers -> new Choice.OtherFolder(drive))
                .enters("original")
                .makesUp("copy");
        host.backups().copy(new FakeTask(), certificate);
        return certificate;
    }

    private static KnownBackups known(Workplace host) {
        return host.backupNotes().known(new FakeTask());
    }

    private static Path list(Workplace host, String text) throws IOException {
        Path list = Files.createDirectories(host.home().resolve("state")).resolve("backups.json");
        return Files.writeString(list, text);
    }

    private Workplace start(FileActions disk) {
        return new Workplace(folder.resolve("home"), disk, AUTHORITY.root());
    }

    private static String present(Workplace host) {
        return Thumbprint.sha256(host.present(AUTHORITY, KeyAlgorithm.EC_P256, "original", NOW)
                .chain()
                .getFirst());
    }

    /** A medium that stores one octet wrong. */
    private record SpoilingDrive(Path drive) implements FileActions {
        private static final FileActions DISK = FileActions.disk();

        @Override
        public void makeFolder(Path folder) throws IOException {
            DISK.makeFolder(folder);
        }

        @Override
        public void writeNew(Path file, byte[] content) throws IOException {
            byte[] stored = Arrays.copyOf(content, content.length);
            if (drive.equals(Objects.requireNonNull(file.getParent()))) {
                stored[stored.length / 2] ^= 1;
            }
            DISK.writeNew(file, stored);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            DISK.rename(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
            DISK.delete(file);
        }

        @Override
        public void syncFolder(Path folder) throws IOException {
            DISK.syncFolder(folder);
        }

        @Override
        public boolean renamesAtomically(Path folder) throws IOException {
            return DISK.renamesAtomically(folder);
        }
    }
}
