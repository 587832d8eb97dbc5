// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.PostgresqlCluster;

/** A folder of documents that two processes on one PostgreSQL share. */
class SharedUploadsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aStart_leavesWhatAnotherProcessHasUnderWay_andRemovesWhatIsAbandoned() throws Exception {
        made("draft-underway", NOW.minusSeconds(3599));
        made("finished", NOW.minusSeconds(3));
        made("draft-abandoned", NOW.minusSeconds(3601));
        try (Database database = Database.connect(PostgresqlCluster.get().create())) {
            KeptUploads.open(database, folder, InstantSource.fixed(NOW), new SecureRandom());
        }

        assertThat(folder.resolve("draft-underway")).isDirectory();
        assertThat(folder.resolve("finished")).isDirectory();
        assertThat(folder.resolve("draft-abandoned")).doesNotExist();
    }

    private void made(String name, Instant changed) throws Exception {
        Path made = Files.createDirectory(folder.resolve(name));
        Files.setLastModifiedTime(made, FileTime.from(changed));
    }
}
