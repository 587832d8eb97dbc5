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
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.task.Task;

/** The renewals on disk: one folder each, with {@code journal.json} and the lock that its writers hold. */
public final class Journal {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final Path folder;
    private final DurableFiles files;

    /** The journal in this folder, which is made when it is needed. */
    public Journal(Path folder, DurableFiles files) {
        this.folder = folder;
        this.files = files;
    }

    /** The same for the same site and application: so a repeated order finds its renewal, whichever browser it comes from. */
    static String id(String origin, String application) {
        byte[] key = (origin + "\n" + application).getBytes(StandardCharsets.UTF_8);
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

    /** All that can be read; what is damaged or newer is left out and left alone. */
    List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        for (String id : ids()) {
            try {
                read(id).ifPresent(all::add);
            } catch (Fault e) {
                // It is told to who asks for this renewal by its id.
            }
        }
        return all;
    }

    private List<String> ids() {
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
        return folder.resolve(id).resolve("journal.json");
    }
}
