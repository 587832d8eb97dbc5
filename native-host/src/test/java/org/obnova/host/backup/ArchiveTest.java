// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.backup.Archived.Left;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.PasswordPrompt.Question;
import org.obnova.host.storage.Purpose;

class ArchiveTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);

    @TempDir
    private Path folder;

    private Path drive = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Workplace host;

    @BeforeEach
    void insertDrive() throws IOException {
        drive = Files.createDirectory(folder.resolve("drive"));
        host = new Workplace(folder.resolve("home"), FileActions.disk(), AUTHORITY.root());
    }

    @Test
    void archive_askForOneNewPassword_andForThatOfEachOriginal() throws IOException {
        String first = old("first");
        String second = old("second");
        Map<String, byte[]> before = files();
        host.person().makesUp("archive").enters("second", "first");

        assertThat(host.archive().archive(new FakeTask(), List.of(second, first)))
                .isEqualTo(new Archived(List.of(second, first), List.of()));

        assertThat(host.person().questions())
                .extracting(Question::purpose)
                .startsWith(Purpose.NEW_ARCHIVE)
                .filteredOn(each -> each == Purpose.NEW_ARCHIVE)
                .hasSize(1);
        assertThat(files())
                .as("the originals are only read")
                .usingRecursiveComparison()
                .isEqualTo(before);
        assertThat(host.backupNotes().known(new FakeTask()).copies())
                .extracting(each -> each.backup().certificate() + each.backup().storageId() + each.present())
                .containsExactlyInAnyOrder(first + "computertrue", second + "computertrue");
        for (KeyContainer copy : host.storages().computer().containers()) {
            host.person().enters("archive");
            copy.open(new FakeTask(), Purpose.DECRYPT_DOCUMENT).close();
        }
        assertThat(host.person().questions().getLast().wrongBefore()).isZero();
    }

    @Test
    void archive_writeContainersThatOpenSslOpens() throws IOException {
        String certificate = old("first");
        host.person().makesUp("archive").enters("first");
        host.archive().archive(new FakeTask(), List.of(certificate));
        try (Stream<Path> copies = Files.list(folder.resolve("home/data/containers"))) {
            OpenSsl openssl = new OpenSsl(folder)
                    .put("copy.p12", Files.readAllBytes(copies.findFirst().orElseThrow()));
            assertThat(openssl.mustText("pkcs12", "-in", "copy.p12", "-passin", "pass:archive", "-nodes"))
                    .contains("BEGIN PRIVATE KEY", "BEGIN CERTIFICATE");
        }
    }

    @Test
    void archive_doNothing_whenRepeated() {
        String certificate = old("first");
        host.person().makesUp("archive").enters("first");
        host.archive().archive(new FakeTask(), List.of(certificate));
        int asked = host.person().questions().size();
        assertThat(host.archive().archive(new FakeTask(), List.of(certificate)).certificates())
                .containsExactly(certificate);
        assertThat(host.person().questions()).hasSize(asked);
        assertThat(host.storages().computer().containers()).hasSize(1);
    }

    @Test
    void archive_goOnWithTheOthers_whenThePasswordOfOneIsGivenUp() {
        List<String> both = Stream.of(old("first"), old("second")).sorted().toList();
        host.person().makesUp("archive");
        Archived none = host.archive().archive(new FakeTask(), both);
        assertThat(none.certificates()).isEmpty();
        assertThat(none.left())
                .containsExactly(
                        new Left(both.get(0), ErrorCode.CANCELLED), new Left(both.get(1), ErrorCode.CANCELLED));

        host.person().makesUp("archive").enters("first", "second", "first", "second");
        assertThat(host.archive().archive(new FakeTask(), both).certificates()).isNotEmpty();
    }

    @Test
    void archive_fail_whenTheNewPasswordIsGivenUp_orTheTaskIsCancelled() {
        String certificate = old("first");
        assertFault(ErrorCode.CANCELLED, () -> host.archive().archive(new FakeTask(), List.of(certificate)));
        FakeTask cancelled = new FakeTask();
        cancelled.cancel();
        host.person().makesUp("archive").enters("first");
        assertFault(ErrorCode.CANCELLED, () -> host.archive().archive(cancelled, List.of(certificate)));
        assertThat(host.storages().computer().containers()).isEmpty();
    }

    @Test
    void archive_sayWhyOneWasLeft() throws IOException {
        String gone = "0".repeat(64);
        String spoilt = old("first");
        String whole = old("second");
        Path file;
        try (Stream<Path> files = Files.list(drive)) {
            file = files.filter(each -> holds(each, spoilt)).findFirst().orElseThrow();
        }
        byte[] content = Files.readAllBytes(file);
        host.person().makesUp("archive").enters("first", "second");
        // Damaged between the list and the opening: the key does not decrypt.
        content[content.length / 2] ^= 1;
        Files.write(file, content);
        Archived archived = host.archive().archive(new FakeTask(), List.of(gone, whole, spoilt));
        assertThat(archived.certificates()).containsExactly(whole);
        assertThat(archived.left()).extracting(Left::certificate).containsExactly(gone, spoilt);
        assertThat(archived.left().getFirst().reason()).isEqualTo(ErrorCode.CONTAINER_NOT_FOUND);
    }

    @Test
    void anExpiredCertificate_signsNoStatement_afterItWasArchived() {
        String certificate = old("first");
        host.person().makesUp("").enters("first");
        host.archive().archive(new FakeTask(), List.of(certificate));
        assertFault(
                ErrorCode.CERTIFICATE_EXPIRED,
                () -> host.signing()
                        .sign(new FakeTask(), DocumentPrompt.Kind.STATEMENT, "T", "Some text.", certificate));
    }

    /** One that expired two years ago, on the drive, under this password. */
    private String old(String password) {
        return Thumbprint.sha256(host.presentIn(
                        host.storages().folder(drive),
                        AUTHORITY,
                        KeyAlgorithm.EC_P256,
                        password,
                        NOW.minus(Duration.ofDays(1095)))
                .chain()
                .getFirst());
    }

    private boolean holds(Path file, String certificate) {
        return host.storages().folder(drive).containers().stream()
                .filter(each -> Thumbprint.sha256(each.chain().getFirst()).equals(certificate))
                .anyMatch(each -> file.getFileName().toString().equals(each.id()));
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> all = Files.list(drive)) {
            for (Path each : all.toList()) {
                files.put(each.toString(), Files.readAllBytes(each));
            }
        }
        return files;
    }
}
