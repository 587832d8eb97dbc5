// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.store.Database;

class BackupTest {
    @TempDir
    Path folder;

    @Test
    void backup_duringWrites_isOfOneMoment() throws Exception {
        Path data = data();
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(100);
        try (Database database = Database.open(data.resolve("obnova.db"))) {
            // Each transaction has two rows: a copy of one moment has an even number.
            Thread writer = Thread.ofPlatform().start(() -> {
                for (int i = 0; !stop.get(); i++) {
                    int number = i;
                    database.update(handle -> {
                        handle.execute("INSERT INTO challenge (nonce, expires) VALUES (?, 0)", "a" + number);
                        handle.execute("INSERT INTO challenge (nonce, expires) VALUES (?, 0)", "b" + number);
                    });
                    begun.countDown();
                }
            });
            begun.await();
            Backup.make(data, folder.resolve("backup"));
            stop.set(true);
            writer.join();
        }

        Restoration.restore(folder.resolve("backup"), folder.resolve("restored"), restored -> List.of());
        try (Database database = Database.open(folder.resolve("restored/obnova.db"))) {
            int rows = database.read(handle -> handle.createQuery("SELECT count(*) FROM challenge")
                    .mapTo(Integer.class)
                    .one());
            assertThat(rows).isGreaterThanOrEqualTo(200).isEven();
        }
        assertThat(folder.resolve("restored/ca/ec.p12")).hasContent("a key");
        assertThat(folder.resolve("restored/uploads/u1/document")).hasContent("a document");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca/ec.p12", "obnova.db", "uploads/u1/document"})
    void restore_refuses_whatWasChanged(String file) throws IOException {
        Path backup = backup();
        Files.writeString(backup.resolve(file), "other");

        assertRefused(backup, "changed in the backup: " + file);
    }

    @Test
    void restore_refuses_whatIsMissing_andWhatIsNotOfTheBackup() throws IOException {
        Path backup = backup();
        Files.writeString(backup.resolve("ca/more.p12"), "other");
        assertRefused(backup, "not of the backup: ca/more.p12");

        Files.delete(backup.resolve("ca/more.p12"));
        Files.delete(backup.resolve("ca/ec.p12"));
        assertRefused(backup, "missing in the backup: ca/ec.p12");
    }

    @Test
    void restore_refuses_anUnfinishedBackup_aPlaceThatIsNotEmpty_andALogThatIsNotWhole() throws IOException {
        Path backup = backup();
        Path full = Files.createDirectories(folder.resolve("full"));
        Files.writeString(full.resolve("something"), "of somebody");
        assertThatThrownBy(() -> Restoration.restore(backup, full, restored -> List.of()))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("is not empty");
        assertThat(full.resolve("something")).hasContent("of somebody");

        assertThatThrownBy(() -> Restoration.restore(
                        backup, folder.resolve("restored"), restored -> List.of("entry 3: was changed")))
                .hasMessageContaining("the audit log is not whole: entry 3: was changed");
        assertThat(folder.resolve("restored")).doesNotExist();

        Files.delete(backup.resolve("manifest.json"));
        assertRefused(backup, "no backup");
    }

    @Test
    void backup_refuses_aPlaceThatIsNotEmpty_andDocumentsThatAreNotThere() throws IOException {
        Path data = data();
        Path full = Files.createDirectories(folder.resolve("full"));
        Files.writeString(full.resolve("something"), "of somebody");
        assertThatThrownBy(() -> Backup.make(data, full)).hasMessageContaining("is not empty");

        Files.delete(data.resolve("uploads/u1/document"));
        assertThatThrownBy(() -> Backup.make(data, folder.resolve("backup")))
                .hasMessageContaining("documents of the database that are not there: 1");
        assertThat(folder.resolve("backup")).doesNotExist();
    }

    @Test
    void aFolderOfSomebodyElse_whateverItsName_staysWhereItIs() throws IOException {
        Path data = data();
        for (String name : List.of("backup.part", "restored.part")) {
            Files.writeString(Files.createDirectories(folder.resolve(name)).resolve("something"), "of somebody");
        }

        Backup.make(data, folder.resolve("backup"));
        Restoration.restore(folder.resolve("backup"), folder.resolve("restored"), restored -> List.of());

        for (String name : List.of("backup.part", "restored.part")) {
            assertThat(folder.resolve(name).resolve("something")).hasContent("of somebody");
        }
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside.map(path -> path.getFileName().toString()).filter(name -> name.contains(".part-")))
                    .isEmpty();
        }
    }

    private void assertRefused(Path backup, String message) {
        assertThatThrownBy(() -> Restoration.restore(backup, folder.resolve("restored"), restored -> List.of()))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(message);
        assertThat(folder.resolve("restored")).doesNotExist();
        assertThat(folder.toFile().list((in, name) -> name.startsWith("restored")))
                .isEmpty();
    }

    private Path backup() throws IOException {
        Path backup = folder.resolve("backup");
        Backup.make(data(), backup);
        return backup;
    }

    private Path data() throws IOException {
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve("ca"));
        Files.createDirectories(data.resolve("uploads/u1"));
        Files.write(data.resolve("ca/ec.p12"), "a key".getBytes(UTF_8));
        Files.write(data.resolve("uploads/u1/document"), "a document".getBytes(UTF_8));
        try (Database database = Database.open(data.resolve("obnova.db"))) {
            database.update(handle -> handle.execute(
                    "INSERT INTO upload (id, ordinal, application, kind, name, format, size, pages, sha256, previews, added)"
                            + " VALUES ('u1', 1, 'A-1', 'PASSPORT', 'scan', 'PDF', 10, 1, '', 0, 0)"));
        }
        return data;
    }
}
