// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.obnova.demo.store.SqliteCopy;

/** Makes a backup of a data folder, whether a server works on it or not. */
public final class Backup {
    static final String DATABASE = "obnova.db";
    static final List<String> FOLDERS = List.of("ca", "uploads", "handout");

    private static final int TRIES = 3;

    private Backup() {}

    /**
     * Makes a backup.
     *
     * @param data a server's data folder
     * @param to a folder that is empty or not there
     * @return how many files it has
     * @throws BackupException where it cannot be made; then {@code to} is as it was
     */
    public static int make(Path data, Path to) throws IOException {
        if (!Files.isRegularFile(data.resolve(DATABASE))) {
            throw new BackupException("no data of a server: " + data);
        }
        Folders.requireEmpty(to);
        Path draft = Folders.draft(to);
        try {
            for (int left = TRIES; ; left--) {
                Folders.delete(draft);
                Folders.make(draft);
                copy(data, draft);
                List<String> missing = missing(draft);
                if (missing.isEmpty()) {
                    break;
                }
                // Documents that were taken away between the database's copy and theirs: the next copy knows.
                if (left == 1) {
                    throw new BackupException("documents of the database that are not there: " + missing.size());
                }
            }
            Manifest manifest = Manifest.of(draft);
            Path file = Files.write(draft.resolve(Manifest.NAME), manifest.bytes());
            Folders.sync(file);
            Files.deleteIfExists(to);
            Files.move(draft, to);
            return manifest.files().size();
        } finally {
            Folders.delete(draft);
        }
    }

    /** The database first: a document is on the disk before its row is. */
    private static void copy(Path data, Path draft) throws IOException {
        SqliteCopy.copy(data.resolve(DATABASE), draft.resolve(DATABASE));
        Folders.sync(draft.resolve(DATABASE));
        for (String folder : FOLDERS) {
            Folders.copy(data.resolve(folder), draft.resolve(folder));
        }
    }

    /** The ids of documents that the database knows, and that are not there. */
    static List<String> missing(Path folder) throws IOException {
        return SqliteCopy.column(folder.resolve(DATABASE), "SELECT id FROM upload").stream()
                .filter(id -> !Files.isRegularFile(
                        folder.resolve("uploads").resolve(id).resolve("document")))
                .toList();
    }
}
