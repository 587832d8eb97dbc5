// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
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
        assertThat(host.backups().list())
                .containsExactly(
                        new Backup(certificate, host.storages().folder(drive).id(), NOW));
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
    void copy_isRefused_whereACopyLies() {
        Workplace host = start(FileActions.disk());
        String certificate = present(host);
        host.person()
                .chooses(offers -> new Choice.OtherFolder(drive))
                .enters("original")
                .makesUp("copy");
        host.backups().copy(new FakeTask(), certificate);
        host.person().chooses(offers -> new Choice.Offered(offers.get(1).storage()));
        assertFault(ErrorCode.BACKUP_EXISTS, () -> host.backups().copy(new FakeTask(), certificate));
        assertThat(host.backups().list()).hasSize(1);
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
        assertThat(host.backups().list()).isEmpty();
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
        String certificate = present(host);
        Path list = Files.createDirectories(host.home().resolve("state")).resolve("backups.json");
        Files.writeString(list, "damaged");
        host.person()
                .chooses(offers -> new Choice.OtherFolder(drive))
                .enters("original")
                .makesUp("copy");
        host.backups().copy(new FakeTask(), certificate);
        assertThat(host.backups().list()).hasSize(1);
        assertThat(list.resolveSibling("backups.json.damaged")).hasContent("damaged");
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
