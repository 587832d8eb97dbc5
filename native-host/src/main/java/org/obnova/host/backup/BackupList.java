// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.InterProcessLock;

/** The file {@code backups.json}, format version 1. */
public final class BackupList {
    private static final int VERSION = 1;
    private static final int MOST = 5_000;

    private final Path file;
    private final DurableFiles files;

    /** The list in this file, which is made when it is needed. */
    public BackupList(Path file, DurableFiles files) {
        this.file = file;
        this.files = files;
    }

    /**
     * All, in the order in which they were made.
     *
     * @throws Fault {@code JOURNAL_DAMAGED}, {@code JOURNAL_NEWER}, {@code STORAGE_FAILED}
     */
    public List<Backup> all() {
        return files.read(file).map(BackupList::read).orElse(List.of());
    }

    /** Adds one, unless the same copy is listed. */
    void add(Backup backup) {
        try (InterProcessLock _ = InterProcessLock.acquire(file.resolveSibling("backups.lock"))) {
            List<Backup> all = new ArrayList<>(readable());
            boolean listed = all.stream()
                    .anyMatch(each -> each.certificate().equals(backup.certificate())
                            && each.storageId().equals(backup.storageId()));
            if (!listed) {
                all.add(backup);
                files.replace(file, write(all), BackupList::read);
            }
        }
    }

    private List<Backup> readable() {
        try {
            return all();
        } catch (Fault e) {
            if (e.code() != ErrorCode.JOURNAL_DAMAGED) {
                throw e;
            }
            files.keepAside(file);
            return List.of();
        }
    }

    private static byte[] write(List<Backup> all) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = JsonText.writer(out)) {
            json.writeStartObject();
            json.writeNumberField("formatVersion", VERSION);
            json.writeArrayFieldStart("backups");
            for (Backup each : all) {
                json.writeStartObject();
                json.writeStringField("certificate", each.certificate());
                json.writeStringField("storage", each.storageId());
                json.writeStringField("made", each.made().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static List<Backup> read(byte[] text) {
        try {
            Fields fields = Fields.of("backups", JsonText.read(text));
            Long version = fields.optionalWhole("formatVersion", 1, Integer.MAX_VALUE);
            if (version != null && version > VERSION) {
                throw new Fault(ErrorCode.JOURNAL_NEWER, "a newer version wrote the list of backups");
            }
            List<Backup> all = new ArrayList<>();
            for (Json each : fields.items("backups", MOST)) {
                Fields backup = Fields.of("backup", each);
                all.add(new Backup(
                        backup.text("certificate", 64, 64),
                        backup.text("storage", 1, 64),
                        Instant.parse(backup.text("made", 1, 40))));
                backup.end();
            }
            fields.end();
            return all;
        } catch (JsonException | DateTimeException e) {
            throw new Fault(ErrorCode.JOURNAL_DAMAGED, "the list of backups cannot be read", e);
        }
    }
}
