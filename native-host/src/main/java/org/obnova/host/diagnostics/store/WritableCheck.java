// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.platform.Directories;
import org.obnova.host.workstation.Words;

/** Whether the host's folders, or those in which they would be made, can be written to: a file is made there and removed again. */
public final class WritableCheck implements DiagnosticCheck {
    private static final Subject SUBJECT =
            new Subject("store", "Хранилище на этом компьютере", "The store on this computer");

    private final List<Path> folders;

    /** Of one person. */
    public WritableCheck(Directories directories) {
        this.folders = List.of(directories.data(), directories.containers(), directories.state(), directories.config());
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        for (Path folder : folders) {
            Path there = nearest(folder);
            if (there == null || !Files.isDirectory(there)) {
                Path where = there == null ? folder : there;
                return SUBJECT.problem(
                        "not-a-folder",
                        new Words(
                                "На месте папки лежит файл: " + where + ".",
                                "There is a file in place of a folder: " + where + "."),
                        new Words(
                                "Переименуйте этот файл: Обнова создаст папку сама.",
                                "Rename that file: Obnova makes the folder by itself."));
            }
            if (!isWritable(there)) {
                return SUBJECT.problem(
                        "not-writable",
                        new Words(
                                "В папку нельзя писать: " + there + ".",
                                "The folder cannot be written to: " + there + "."),
                        new Words(
                                "Проверьте, чья это папка и не подключён ли диск только для чтения.",
                                "See whose folder it is, and whether the disk is mounted read-only."));
            }
        }
        return SUBJECT.ok("Писать можно.", "It can be written to.");
    }

    /** What is there on the way to the folder, links that lead nowhere too. */
    private static @Nullable Path nearest(Path folder) {
        Path at = folder;
        while (at != null && !Files.exists(at, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            at = at.getParent();
        }
        return at;
    }

    private static boolean isWritable(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".obnova-", ".probe"));
            return true;
        } catch (IOException e) {
            // A full disk can be written to, were there room: another check tells.
            return Files.isWritable(folder) && String.valueOf(e.getMessage()).contains("No space");
        }
    }
}
