// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.obnova.demo.store.SqliteCopy;

/** Takes a backup back. */
public final class Restoration {
    private Restoration() {}

    /** What else has to be well in a restored folder, before it is in its place: the audit log. */
    public interface LastLook {
        /** What is wrong; nothing where all is well. */
        List<String> findings(Path data) throws IOException;
    }

    /**
     * Restores.
     *
     * @param from a backup
     * @param data a folder that is empty or not there
     * @throws BackupException where something is not as it should be; then {@code data} is as it was
     */
    public static void restore(Path from, Path data, LastLook look) throws IOException {
        Folders.requireEmpty(data);
        Manifest manifest = Manifest.read(from);
        manifest.check(from);
        Path draft = Folders.draft(data);
        try {
            Folders.make(draft);
            Folders.copy(from, draft);
            Files.deleteIfExists(draft.resolve(Manifest.NAME));
            manifest.check(draft);
            refuse("the database is broken", SqliteCopy.broken(draft.resolve(Backup.DATABASE)));
            refuse("documents are missing", Backup.missing(draft));
            refuse("the audit log is not whole", look.findings(draft));
            Files.deleteIfExists(data);
            Files.move(draft, data);
        } finally {
            Folders.delete(draft);
        }
    }

    private static void refuse(String what, List<String> findings) throws BackupException {
        if (!findings.isEmpty()) {
            throw new BackupException(what + ": " + String.join("; ", findings));
        }
    }
}
