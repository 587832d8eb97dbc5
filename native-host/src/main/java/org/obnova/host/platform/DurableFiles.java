// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.platform;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/**
 * Writes files that matter: at every moment, a crash or a full disk included, the old content or the new one is there, whole. When a
 * method returns, what it did is durable.
 *
 * <p>The content goes to a hidden name in the same folder, is synced, read back and checked, and only then renamed; then the folder is
 * synced. Where renaming is not crash-atomic (FAT, exFAT) it gets the name of a new {@linkplain Generations generation}, and the old one
 * is removed only after that.
 *
 * <p>Writers of one file exclude each other by an {@link InterProcessLock}; readers need none.
 */
public final class DurableFiles {
    private static final int ATTEMPTS = 4;

    private final FileActions actions;

    /** Works through these operations. */
    public DurableFiles(FileActions actions) {
        this.actions = actions;
    }

    /** Looks at what was written, before it counts. */
    @FunctionalInterface
    public interface Check {
        /**
         * Throws when it must not count.
         *
         * @param written as it was read back
         * @throws Fault the reason; the old content stays
         */
        void accept(byte[] written);
    }

    /**
     * Writes a file, replacing the one that may be there.
     *
     * @throws Fault {@code STORAGE_FULL}, {@code STORAGE_READ_ONLY}, {@code STORAGE_FAILED}, {@code STORAGE_BUSY}, those of the check
     */
    public void replace(Path file, byte[] content, Check check) {
        Path folder = folder(file);
        try {
            actions.makeFolder(folder);
            boolean inPlace = actions.renamesAtomically(folder) && !Generations.isNumbered(file);
            Path target = inPlace ? file : Generations.next(file);
            put(file, target, content, check);
            dropOlder(file, target);
        } catch (IOException e) {
            throw StorageFaults.of(e, folder, content.length);
        }
    }

    /**
     * Writes a file that must not exist yet.
     *
     * @throws Fault as {@link #replace}; {@code STORAGE_BUSY} when it exists
     */
    public void create(Path file, byte[] content, Check check) {
        if (Generations.newest(file).isPresent()) {
            throw new Fault(ErrorCode.STORAGE_BUSY, "the file exists");
        }
        replace(file, content, check);
    }

    /**
     * Writes a file that must not exist, under its name alone and never as a generation: for content that lies nowhere else afterwards. Where it fails nothing is left of it.
     *
     * @throws Fault as {@link #replace}; {@code STORAGE_BUSY} when it exists
     */
    public void createAlone(Path file, byte[] content) {
        boolean ours = true;
        boolean done = false;
        try {
            actions.writeNew(file, content);
            actions.syncFolder(folder(file));
            done = true;
        } catch (FileAlreadyExistsException e) {
            ours = false;
            throw new Fault(ErrorCode.STORAGE_BUSY, "the file exists", e);
        } catch (IOException e) {
            throw StorageFaults.of(e, folder(file), content.length);
        } finally {
            if (ours && !done) {
                discard(file);
            }
        }
    }

    /**
     * Removes a file in all its generations.
     *
     * @throws Fault as {@link #replace}
     */
    public void remove(Path file) {
        Path folder = folder(file);
        try {
            for (Path each : Generations.all(file)) {
                actions.delete(each);
            }
            actions.syncFolder(folder);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw StorageFaults.of(e, folder, 0);
        }
    }

    /**
     * Reads the newest generation; empty when there is none.
     *
     * @throws Fault {@code STORAGE_FAILED}
     */
    public Optional<byte[]> read(Path file) {
        return read(file, content -> true);
    }

    /**
     * Reads the newest generation that is whole; the newest of all where none is, so that the caller can say what is wrong with it; empty when
     * there is none.
     *
     * @throws Fault {@code STORAGE_FAILED}
     */
    public Optional<byte[]> read(Path file, Predicate<byte[]> whole) {
        for (int attempt = 1; ; attempt++) {
            try {
                return newestWhole(Generations.all(file), whole);
            } catch (NoSuchFileException e) {
                // A writer dropped this generation after we saw it, and a newer one is there; or there is no folder.
                if (attempt == ATTEMPTS || Files.notExists(folder(file))) {
                    return Optional.empty();
                }
            } catch (NotDirectoryException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw StorageFaults.of(e, folder(file), 0);
            }
        }
    }

    private static Optional<byte[]> newestWhole(List<Path> generations, Predicate<byte[]> whole) throws IOException {
        byte[] newest = null;
        for (Path each : generations.reversed()) {
            byte[] content = Files.readAllBytes(each);
            if (whole.test(content)) {
                return Optional.of(content);
            }
            newest = newest == null ? content : newest;
        }
        return Optional.ofNullable(newest);
    }

    /**
     * Makes a folder that is missing, for this person alone, beside others that are there.
     *
     * @throws Fault as {@link #replace}
     */
    public void makeFolder(Path folder) {
        try {
            actions.makeFolder(folder);
        } catch (IOException e) {
            throw StorageFaults.of(e, folder, 1);
        }
    }

    /**
     * Keeps a copy of a file that cannot be read beside it, as {@code name.damaged}, so that the file may be written anew.
     *
     * @throws Fault as {@link #replace}
     */
    public void keepAside(Path file) {
        read(file)
                .ifPresent(
                        content -> replace(file.resolveSibling(file.getFileName() + ".damaged"), content, kept -> {}));
    }

    /**
     * Removes what unfinished writes left in the folder; the caller holds the lock of all that write there.
     *
     * @param names of the files that were to be written: in a folder of the person's other programs hide files too
     * @throws Fault as {@link #replace}
     */
    public void removeLeftovers(Path folder, Predicate<String> names) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(
                folder, each -> Generations.wanted(each).filter(names).isPresent())) {
            for (Path each : left) {
                actions.delete(each);
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw StorageFaults.of(e, folder, 0);
        }
    }

    private void put(Path file, Path target, byte[] content, Check check) throws IOException {
        Path folder = folder(file);
        Path hidden = folder.resolve(Generations.hiddenName(file));
        // What a crash left behind; writers exclude each other, so nobody is writing it now.
        actions.delete(hidden);
        boolean done = false;
        try {
            actions.writeNew(hidden, content);
            byte[] written = Files.readAllBytes(hidden);
            check.accept(written);
            if (!Arrays.equals(content, written)) {
                throw new Fault(ErrorCode.STORAGE_FAILED, "what was read back differs from what was written");
            }
            actions.rename(hidden, target);
            actions.syncFolder(folder);
            done = true;
        } finally {
            if (!done) {
                discard(hidden);
            }
        }
    }

    private void dropOlder(Path file, Path target) throws IOException {
        boolean dropped = false;
        for (Path each : Generations.all(file)) {
            if (!each.equals(target)) {
                actions.delete(each);
                dropped = true;
            }
        }
        if (dropped) {
            actions.syncFolder(folder(file));
        }
    }

    /** Gives the room of a failed write back; the failure itself is what the caller hears of. */
    private void discard(Path hidden) {
        try {
            actions.delete(hidden);
        } catch (IOException e) {
            // The next write removes it.
            return;
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    }
}
