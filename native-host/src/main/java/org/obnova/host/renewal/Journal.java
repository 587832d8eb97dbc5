// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.storage.KeyMark;
import org.obnova.host.task.Task;

/**
 * The renewals on disk: one folder each, with {@code journal.json}, the lock that its writers hold, and, under {@code abandoned/}, the records of what was given up for the
 * same application before, one for each key.
 */
public final class Journal {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final String FILE = "journal.json";
    private static final String PAST = "abandoned";

    private final Path folder;
    private final DurableFiles files;

    /** The journal in this folder, which is made when it is needed. */
    public Journal(Path folder, DurableFiles files) {
        this.folder = folder;
        this.files = files;
    }

    /** The same for the same site and application: so a repeated order finds its renewal, whichever browser it comes from. */
    static String id(String origin, String application) {
        return digest((origin + "\n" + application).getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(byte[] key) {
        SHA256Digest digest = new SHA256Digest();
        digest.update(key, 0, key.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash, 0, 16);
    }

    /**
     * Waits for the right to change this renewal.
     *
     * @throws Fault {@code CANCELLED}, {@code STORAGE_FULL}, {@code STORAGE_READ_ONLY}, {@code STORAGE_FAILED}
     */
    InterProcessLock lock(String id, Task task) {
        return InterProcessLock.acquire(folder.resolve(id).resolve("lock"), task);
    }

    /**
     * Waits for the right to give a key that lies about to a renewal, or to remove it: so that no key gets to two renewals, and none is removed that has just got to one.
     * Taken after that of the renewal.
     *
     * @throws Fault as {@link #lock}
     */
    InterProcessLock lockKeys(Task task) {
        return InterProcessLock.acquire(folder.resolve("keys.lock"), task);
    }

    /**
     * Reads one renewal; empty when there is none.
     *
     * @throws Fault {@code JOURNAL_DAMAGED}, {@code JOURNAL_NEWER}, {@code STORAGE_FAILED}
     */
    Optional<Entry> read(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return files.read(file(id), EntryText::isWhole).map(EntryText::read).map(entry -> {
            if (!entry.id().equals(id)) {
                throw new Fault(ErrorCode.JOURNAL_DAMAGED, "the journal is that of another renewal");
            }
            return entry;
        });
    }

    /**
     * Writes durably; the caller holds the lock.
     *
     * @return the entry
     * @throws Fault {@code STORAGE_FULL}, {@code STORAGE_READ_ONLY}, {@code STORAGE_FAILED}: then the old entry is in place
     */
    Entry write(Entry entry) {
        files.replace(file(entry.id()), EntryText.write(entry), EntryText::read);
        return entry;
    }

    /** All that can be read, given up ones too; what is damaged or newer is left out and left alone. */
    List<Entry> all() {
        return records().stream().flatMap(each -> each.entry().stream()).toList();
    }

    /** All, and of those that cannot be read why not. */
    List<Found> records() {
        return ids(folder).stream().flatMap(id -> found(id).stream()).toList();
    }

    /** Those that cannot be read; no medium is asked for. */
    public List<UnreadableRecord> unreadable() {
        return records().stream()
                .flatMap(each -> each.fault() == null
                        ? Stream.empty()
                        : Stream.of(new UnreadableRecord(each.id(), each.fault())))
                .toList();
    }

    /**
     * A renewal's record.
     *
     * @param fault why it cannot be read; null when it can
     * @param salvage what is left of it when it cannot
     */
    record Found(
            String id,
            Optional<Entry> entry,
            @Nullable Fault fault,
            @Nullable Salvage salvage) {}

    private Optional<Found> found(String id) {
        try {
            return read(id).map(entry -> new Found(id, Optional.of(entry), null, null));
        } catch (Fault e) {
            return Optional.of(new Found(id, Optional.empty(), e, salvage(id)));
        }
    }

    /** What can be made out of a record that cannot be read. */
    Salvage salvage(String id) {
        return Salvage.of(files.read(file(id)).orElse(new byte[0]), id);
    }

    /** Keeps a damaged record beside, as {@code journal.json.damaged}, so that it may be written anew; the caller holds the lock. */
    void keepAside(String id) {
        files.keepAside(file(id));
    }

    /** Keeps a damaged record beside, and leaves none in its place; the caller holds the lock. */
    void drop(String id) {
        keepAside(id);
        files.remove(file(id));
    }

    /** Keeps the record of a key for which another is made, or another attempt begun; repeated it does nothing else. The caller holds the lock. */
    void keepPast(Entry entry) {
        KeyMark mark = entry.mark();
        if (mark == null) {
            return;
        }
        Entry past = entry.isLiving() ? entry.abandoned(KeyFate.KEPT, entry.updated()) : entry;
        files.replace(pastFile(entry.id(), name(mark)), EntryText.write(past), EntryText::read);
    }

    /** The records of all that was given up, and has been begun anew since. */
    List<Entry> past() {
        List<Entry> past = new ArrayList<>();
        for (String id : ids(folder)) {
            for (String key : ids(folder.resolve(id).resolve(PAST))) {
                files.read(pastFile(id, key), EntryText::isWhole)
                        .filter(EntryText::isWhole)
                        .map(EntryText::read)
                        .ifPresent(past::add);
            }
        }
        return past;
    }

    private Path pastFile(String id, String key) {
        return folder.resolve(id).resolve(PAST).resolve(key).resolve(FILE);
    }

    private static String name(KeyMark mark) {
        return switch (mark) {
            case KeyMark.OfPublicKey(var key) -> KeyPrint.of(key).substring(0, 32);
            case KeyMark.OfObject object -> digest(object.ckaId());
        };
    }

    private static List<String> ids(Path folder) {
        List<String> ids = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path each : entries) {
                ids.add(Objects.requireNonNull(each.getFileName(), "an entry has a name")
                        .toString());
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new Fault(ErrorCode.STORAGE_FAILED, "the journal cannot be listed", e);
        }
        return ids;
    }

    private Path file(String id) {
        return folder.resolve(id).resolve(FILE);
    }
}
