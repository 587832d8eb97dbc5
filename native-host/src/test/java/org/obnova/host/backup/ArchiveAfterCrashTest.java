// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Workplace.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.StoragePrompt.Choice;

/** The list of copies, where a crash came between the copy and its note. */
class ArchiveAfterCrashTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);

    @TempDir
    private Path folder;

    @Test
    void archive_listsACopy_whoseNoteWasCutOff() throws IOException {
        Workplace host = start();
        String old = onDrive(host);
        host.person().makesUp("");
        archive(host, old);
        Files.delete(folder.resolve("home/state/backups.json"));

        Workplace later = start();
        assertThat(archive(later, old).certificates()).containsExactly(old);

        assertThat(later.person().questions()).as("nobody is asked again").isEmpty();
        assertThat(listed(later)).singleElement().satisfies(each -> {
            assertThat(each.backup().certificate()).isEqualTo(old);
            assertThat(each.backup().storageId()).isEqualTo("computer");
            assertThat(each.present()).isTrue();
        });
    }

    @Test
    void archive_listsNothing_whereTheOnlyKeyIsOnTheComputer() {
        Workplace host = start();
        KeyContainer original = host.present(AUTHORITY, KeyAlgorithm.EC_P256, "", NOW.minus(Duration.ofDays(400)));
        archive(host, Thumbprint.sha256(original.chain().getFirst()));
        assertThat(listed(host)).isEmpty();
    }

    @Test
    void archive_leavesTheListAsItIs_whereTheCopyIsTheOneElsewhere() throws IOException {
        Workplace host = start();
        KeyContainer original = host.present(AUTHORITY, KeyAlgorithm.EC_P256, "", NOW.minus(Duration.ofDays(400)));
        String old = Thumbprint.sha256(original.chain().getFirst());
        Path drive = Files.createDirectories(folder.resolve("drive"));
        host.person().chooses(offers -> new Choice.OtherFolder(drive)).makesUp("");
        host.backups().copy(new FakeTask(), old);
        List<KnownBackups.Known> before = listed(host);
        assertThat(before).hasSize(1);
        archive(host, old);
        assertThat(listed(host)).isEqualTo(before);
    }

    private static String onDrive(Workplace host) throws IOException {
        Path drive = Files.createDirectories(host.home().resolveSibling("drive"));
        try (SoftwareKey key = new KeyGenerator().generate(KeyAlgorithm.EC_P256, new SecureRandom())) {
            X509CertificateHolder certificate =
                    AUTHORITY.issue(Workplace.HOLDER.toX500Name(), key.publicKey(), NOW.minus(Duration.ofDays(400)));
            host.put(host.storages().folder(drive), key, List.of(certificate, AUTHORITY.root()), "");
            return Thumbprint.sha256(certificate);
        }
    }

    private static Archived archive(Workplace host, String certificate) {
        return host.archive().archive(new FakeTask(), List.of(certificate));
    }

    private static List<KnownBackups.Known> listed(Workplace host) {
        return host.backupNotes().known(new FakeTask()).copies();
    }

    private Workplace start() {
        return new Workplace(folder.resolve("home"), FileActions.disk(), AUTHORITY.root());
    }
}
