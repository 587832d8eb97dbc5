// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.platform.DurableFiles;

/**
 * What Obnova has changed on this computer, and how it was before: written before each change, dropped after its undoing. Held under {@link Workstation}'s lock. Where nothing is
 * left to remember there is no file.
 */
final class Ledger {
    private final Path file;
    private final DurableFiles files;

    Ledger(Path file, DurableFiles files) {
        this.file = file;
        this.files = files;
    }

    /** All of it. */
    record Notes(List<FileNote> files, List<RootNote> roots, List<RegistryNote> values) {
        static final Notes NONE = new Notes(List.of(), List.of(), List.of());

        Notes {
            files = List.copyOf(files);
            roots = List.copyOf(roots);
            values = List.copyOf(values);
        }

        boolean isEmpty() {
            return files.isEmpty() && roots.isEmpty() && values.isEmpty();
        }
    }

    /**
     * Reads it anew.
     *
     * @throws Fault {@code SETUP_RECORD_DAMAGED}
     */
    Notes read() {
        Optional<byte[]> content = files.read(file, LedgerText::isWhole);
        if (content.isEmpty()) {
            return Notes.NONE;
        }
        return LedgerText.read(content.get())
                .orElseThrow(() -> new Fault(
                        ErrorCode.SETUP_RECORD_DAMAGED,
                        "the record of setup cannot be read",
                        java.util.Map.of("place", file.toString()),
                        null));
    }

    Optional<FileNote> file(String target, Path path) {
        return read().files().stream()
                .filter(each -> each.target().equals(target) && each.file().equals(path))
                .findFirst();
    }

    List<FileNote> files(String target) {
        return read().files().stream()
                .filter(each -> each.target().equals(target))
                .toList();
    }

    List<RootNote> roots(String target) {
        return read().roots().stream()
                .filter(each -> each.target().equals(target))
                .toList();
    }

    List<RegistryNote> values(String target) {
        return read().values().stream()
                .filter(each -> each.target().equals(target))
                .toList();
    }

    /** Of whom there is something to undo, each once. */
    List<String> targets() {
        Notes now = read();
        return Stream.of(
                        now.files().stream().map(FileNote::target),
                        now.roots().stream().map(RootNote::target),
                        now.values().stream().map(RegistryNote::target))
                .flatMap(targets -> targets)
                .distinct()
                .toList();
    }

    void put(FileNote note) {
        Notes now = read();
        List<FileNote> all = without(now.files(), each -> same(each, note));
        all.add(note);
        write(new Notes(all, now.roots(), now.values()));
    }

    void put(RootNote note) {
        Notes now = read();
        List<RootNote> all = without(now.roots(), each -> same(each, note));
        all.add(note);
        write(new Notes(now.files(), all, now.values()));
    }

    void put(RegistryNote note) {
        Notes now = read();
        List<RegistryNote> all = without(now.values(), each -> same(each, note));
        all.add(note);
        write(new Notes(now.files(), now.roots(), all));
    }

    void drop(FileNote note) {
        Notes now = read();
        write(new Notes(without(now.files(), each -> same(each, note)), now.roots(), now.values()));
    }

    void drop(RootNote note) {
        Notes now = read();
        write(new Notes(now.files(), without(now.roots(), each -> same(each, note)), now.values()));
    }

    void drop(RegistryNote note) {
        Notes now = read();
        write(new Notes(now.files(), now.roots(), without(now.values(), each -> same(each, note))));
    }

    private void write(Notes notes) {
        if (notes.isEmpty()) {
            files.remove(file);
            removeEmptyFolder();
        } else {
            files.replace(file, LedgerText.write(notes), written -> {});
        }
    }

    /** Of ours, with nothing in it: no trace is left. */
    private void removeEmptyFolder() {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.deleteIfExists(folder);
            }
        } catch (DirectoryNotEmptyException e) {
            return; // The log, containers, or others of Obnova's files.
        } catch (IOException e) {
            throw new Fault(ErrorCode.STORAGE_FAILED, "a folder cannot be removed", e);
        }
    }

    private static boolean same(FileNote one, FileNote other) {
        return one.target().equals(other.target()) && one.file().equals(other.file());
    }

    private static boolean same(RootNote one, RootNote other) {
        return one.target().equals(other.target())
                && one.store().equals(other.store())
                && one.sha256().equals(other.sha256());
    }

    private static boolean same(RegistryNote one, RegistryNote other) {
        return one.isOf(other.target(), other.key(), other.name());
    }

    private static <T> List<T> without(List<T> all, Predicate<T> dropped) {
        List<T> left = new ArrayList<>(all);
        left.removeIf(dropped);
        return left;
    }
}
