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
import java.util.Optional;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.InterProcessLock;

/** The file {@code backups.json}, format version 2; version 1, without the names of media, is read. */
public final class BackupList {
    private static final int VERSION = 2;
    private static final int MOST = 5_000;
    private static final int LONGEST_LABEL = 200;

    private final Path file;
    private final DurableFiles files;

    /** The list in this file, which is made when it is needed. */
    public BackupList(Path file, DurableFiles files) {
        this.file = file;
        this.files = files;
    }

    /**
     * All, in the order in which they were made; none where the file is damaged.
     *
     * @throws Fault {@code BACKUP_LIST_NEWER}, {@code STORAGE_FAILED}
     */
    public List<Backup> all() {
        return found().orElse(List.of());
    }

    /** Whether a damaged list is there, or was kept aside: copies may be missing in this one. */
    boolean isIncomplete() {
        return found().isEmpty() || files.read(aside()).isPresent();
    }

    /**
     * Makes sure that a copy that is about to be made can be noted.
     *
     * @throws Fault {@code BACKUP_LIST_NEWER}, {@code STORAGE_FAILED}
     */
    void requireKnown() {
        found();
    }

    /** Adds one; of the same copy the name of the medium and the time are brought up to date. A list that is damaged is kept aside first. */
    void add(Backup backup) {
        try (InterProcessLock _ = InterProcessLock.acquire(file.resolveSibling("backups.lock"))) {
            Optional<List<Backup>> before = found();
            if (before.isEmpty()) {
                files.keepAside(file);
            }
            List<Backup> all = new ArrayList<>(before.orElse(List.of()));
            all.removeIf(each -> each.certificate().equals(backup.certificate())
                    && each.storageId().equals(backup.storageId()));
            all.add(backup);
            if (all.size() > MOST) {
                all.removeFirst();
            }
            files.replace(file, write(all), BackupList::read);
        }
    }

    /** Empty where the file is damaged. */
    private Optional<List<Backup>> found() {
        Optional<byte[]> content = files.read(file, BackupList::isWhole);
        try {
            return Optional.of(content.map(BackupList::read).orElse(List.of()));
        } catch (Fault e) {
            if (e.code() != ErrorCode.JOURNAL_DAMAGED) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static boolean isWhole(byte[] content) {
        try {
            read(content);
            return true;
        } catch (Fault e) {
            return e.code() != ErrorCode.JOURNAL_DAMAGED;
        }
    }

    private Path aside() {
        return file.resolveSibling(file.getFileName() + ".damaged");
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
                json.writeStringField("label", each.storageLabel());
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
                throw new Fault(ErrorCode.BACKUP_LIST_NEWER, "a newer version wrote the list of backups");
            }
            List<Backup> all = new ArrayList<>();
            for (Json each : fields.items("backups", MOST)) {
                Fields backup = Fields.of("backup", each);
                String label = backup.optionalText("label", 0, LONGEST_LABEL);
                all.add(new Backup(
                        backup.text("certificate", 64, 64),
                        backup.text("storage", 1, 128),
                        label == null ? "" : label,
                        Instant.parse(backup.text("made", 1, 40))));
                backup.end();
            }
            fields.end();
            return all;
        } catch (JsonException | DateTimeException e) {
            throw new Fault(ErrorCode.JOURNAL_DAMAGED, "the list of backups cannot be read", e);
        }
    }

    /** What of a medium's name is kept. */
    static String label(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL);
    }
}
