// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.platform.DurableFiles;

/**
 * Writes files so that they can be put back as they were: content, mode, and the folders that were not there. What was is noted first; a crash at any moment leaves the old file or the new one, and a
 * note that fits both.
 */
final class KeptFiles {
    private final Ledger ledger;
    private final DurableFiles files;

    KeptFiles(Ledger ledger, DurableFiles files) {
        this.ledger = ledger;
        this.files = files;
    }

    /**
     * The content; empty where there is no file.
     *
     * @throws Fault {@code TARGET_UNREADABLE}
     */
    static Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Fault(ErrorCode.TARGET_UNREADABLE, "cannot be read", Map.of("place", file.toString()), e);
        }
    }

    /** Whether Obnova wrote the file as it is now. */
    boolean isOurs(String target, Path file) {
        Optional<byte[]> now = read(file);
        return now.isPresent()
                && ledger.file(target, real(file))
                        .map(note -> note.ours().contains(sha256(now.get())))
                        .orElse(false);
    }

    /** Whether there is something to put back. */
    boolean isNoted(String target, Path file) {
        return ledger.file(target, real(file)).isPresent();
    }

    /** What was there before Obnova wrote it; empty also where Obnova did not. */
    Optional<byte[]> before(String target, Path file) {
        return ledger.file(target, real(file)).flatMap(note -> Optional.ofNullable(note.before()));
    }

    /** Writes it; nothing where that is its content already. */
    void write(String target, Path named, byte[] content) {
        Path file = real(named);
        Optional<byte[]> now = read(file);
        if (now.isPresent() && Arrays.equals(now.get(), content)) {
            return;
        }
        Optional<FileNote> known = ledger.file(target, file);
        List<Path> folders = new ArrayList<>(known.map(FileNote::folders).orElse(List.of()));
        missingFolders(file).stream().filter(each -> !folders.contains(each)).forEach(folders::add);
        List<String> ours = new ArrayList<>(known.map(FileNote::ours).orElse(List.of()));
        ours.add(sha256(content));
        FileNote note = known.filter(each -> isKnown(each, now.orElse(null))).isPresent()
                ? new FileNote(target, file, known.get().before(), known.get().mode(), ours, folders)
                : new FileNote(target, file, now.orElse(null), mode(file), ours, folders);
        ledger.put(note);
        String mode = mode(file);
        files.replace(file, content, written -> {});
        setMode(file, mode);
    }

    /** Another program is about to make this file for us: notes that it is not there, and the folders that are not. */
    void adopt(String target, Path file) {
        if (ledger.file(target, file).isEmpty() && Files.notExists(file)) {
            ledger.put(new FileNote(target, file, null, "", List.of(), missingFolders(file)));
        }
    }

    /** The other program has made it: as it is now, it is ours. */
    void seal(String target, Path file) {
        Optional<FileNote> note = ledger.file(target, real(file));
        Optional<byte[]> now = read(file);
        if (note.isPresent() && now.isPresent()) {
            FileNote known = note.get();
            ledger.put(new FileNote(
                    target, known.file(), known.before(), known.mode(), List.of(sha256(now.get())), known.folders()));
        }
    }

    /** Makes a folder and those above it. */
    void makeFolder(Path folder) {
        files.makeFolder(folder);
    }

    /**
     * Puts back what was there; nothing where Obnova has written nothing.
     *
     * @throws Fault {@code TARGET_CHANGED_SINCE} where somebody else has changed the file since: it stays
     */
    void restore(String target, Path named) {
        Optional<FileNote> found = ledger.file(target, real(named));
        if (found.isEmpty()) {
            return;
        }
        FileNote note = found.get();
        Optional<byte[]> now = read(note.file());
        byte[] before = note.before();
        if (now.isPresent() && !(before != null && Arrays.equals(before, now.get()))) {
            if (!note.ours().contains(sha256(now.get()))) {
                throw new Fault(
                        ErrorCode.TARGET_CHANGED_SINCE,
                        "the file is neither as it was nor as it was written",
                        Map.of("place", note.file().toString()),
                        null);
            }
            if (before == null) {
                files.remove(note.file());
            } else {
                files.replace(note.file(), before, written -> {});
                setMode(note.file(), note.mode());
            }
        }
        forget(note);
    }

    /** What was there before is not wanted any more: others have changed the file, and it is theirs. */
    void forget(String target, Path named) {
        ledger.file(target, real(named)).ifPresent(this::forget);
    }

    /**
     * The content alone is put back; what is noted stays noted.
     *
     * @throws Fault {@code TARGET_CHANGED_SINCE}
     */
    void removeOurs(FileNote note) {
        Optional<byte[]> now = read(note.file());
        if (now.isPresent() && !note.ours().contains(sha256(now.get()))) {
            throw new Fault(
                    ErrorCode.TARGET_CHANGED_SINCE,
                    "the file is not as it was written",
                    Map.of("place", note.file().toString()),
                    null);
        }
        if (now.isPresent()) {
            files.remove(note.file());
        }
    }

    /** Others have changed it: this is what is left of it without ours; null: as it is. */
    void replaceAndForget(String target, Path file, byte @Nullable [] left) {
        if (left != null) {
            String mode = mode(file);
            files.replace(file, left, written -> {});
            setMode(file, mode);
        }
        forget(target, file);
    }

    /** Nothing but ours was in it. */
    void removeAndForget(String target, Path file) {
        files.remove(file);
        forget(target, file);
    }

    private void forget(FileNote note) {
        Path folder = note.file().getParent();
        if (folder != null) {
            String name = String.valueOf(note.file().getFileName());
            files.removeLeftovers(folder, name::equals); // Of a write that a crash has stopped.
        }
        List<Path> left = new ArrayList<>(note.folders());
        while (!left.isEmpty()) {
            try {
                Files.deleteIfExists(left.getLast());
                left.removeLast();
            } catch (DirectoryNotEmptyException e) {
                break; // Another file of ours is in it, or others have put something there: then it is theirs.
            } catch (IOException e) {
                throw new Fault(ErrorCode.STORAGE_FAILED, "a folder cannot be removed", e);
            }
        }
        handOver(note, left);
        ledger.drop(note);
    }

    /** Folders in which another file of ours lies are removed with that one. */
    private void handOver(FileNote note, List<Path> folders) {
        for (FileNote each : ledger.read().files()) {
            boolean other = !each.target().equals(note.target()) || !each.file().equals(note.file());
            List<Path> all = new ArrayList<>(
                    folders.stream().filter(each.file()::startsWith).toList());
            if (other && !all.isEmpty()) {
                each.folders().stream().filter(known -> !all.contains(known)).forEach(all::add);
                ledger.put(new FileNote(each.target(), each.file(), each.before(), each.mode(), each.ours(), all));
                return;
            }
        }
    }

    private static boolean isKnown(FileNote note, byte @Nullable [] now) {
        if (now == null) {
            return note.before() == null;
        }
        return note.ours().contains(sha256(now)) || Arrays.equals(now, note.before());
    }

    /** A link stays a link: what it leads to is written. */
    static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file;
        }
    }

    private static List<Path> missingFolders(Path file) {
        Deque<Path> missing = new ArrayDeque<>();
        for (@Nullable Path at = file.getParent(); at != null && Files.notExists(at); at = at.getParent()) {
            missing.push(at);
        }
        return List.copyOf(missing);
    }

    private static String mode(Path file) {
        try {
            return hasModes(file) && Files.exists(file)
                    ? PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    : "";
        } catch (IOException e) {
            throw new Fault(ErrorCode.TARGET_UNREADABLE, "no mode", Map.of("place", file.toString()), e);
        }
    }

    private static void setMode(Path file, String mode) {
        if (mode.isEmpty()) {
            return;
        }
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        } catch (IOException e) {
            throw new Fault(ErrorCode.STORAGE_FAILED, "the mode cannot be set", e);
        }
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every Java has it.
        }
    }
}
