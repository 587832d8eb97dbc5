// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files themselves: a folder a document, with the file as it came ({@code document}) and the pictures of its pages. It lies in the data folder,
 * or where a setting says so that several processes share, outside of everything that the web tier serves, for its owner alone where the file system has modes. A document is put together in a folder
 * beside, and appears whole by one renaming.
 */
final class UploadFolder {
    private static final String DOCUMENT = "document";
    private static final String DRAFT = "draft-";

    private final Path root;

    UploadFolder(Path root) {
        this.root = root;
        try {
            Files.createDirectories(root);
            if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of uploads", e);
        }
    }

    /** An empty folder in which a document is put together. */
    Path draft(String id) throws IOException {
        return Files.createDirectory(root.resolve(DRAFT + id));
    }

    Path document(Path folder) {
        return folder.resolve(DOCUMENT);
    }

    /** The document is there from now on, also after a power cut; nothing else of the draft but its pictures stays. */
    void keep(String id, Path draft) throws IOException {
        try (Stream<Path> files = Files.list(draft)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.equals(DOCUMENT) || name.matches("[0-9]+\\.jpg")) {
                    sync(file);
                } else {
                    delete(file);
                }
            }
        }
        Files.move(draft, root.resolve(id), StandardCopyOption.ATOMIC_MOVE);
    }

    InputStream open(String id) throws IOException {
        return Files.newInputStream(document(root.resolve(id)));
    }

    Optional<byte[]> preview(String id, int page) throws IOException {
        Path file = root.resolve(id).resolve(page + ".jpg");
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** Copies a document's files into a draft. */
    void copy(String id, Path draft) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(id))) {
            for (Path file : files.toList()) {
                Files.copy(file, draft.resolve(file.getFileName()));
            }
        }
    }

    void remove(String id) throws IOException {
        delete(root.resolve(id));
    }

    void forget(Path draft) throws IOException {
        delete(draft);
    }

    /**
     * At start: removes what a process that ended left behind, and what no row knows.
     *
     * @param before what changed later may be what another process has under way
     */
    void removeAllBut(Set<String> known, Instant before) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.toList()) {
                if (!known.contains(folder.getFileName().toString()) && isOlder(folder, before)) {
                    delete(folder);
                }
            }
        }
    }

    private static boolean isOlder(Path folder, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(folder).toInstant().isBefore(before);
        } catch (NoSuchFileException another) {
            // Its process has just finished it, or another one tidies too.
            return false;
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> below = Files.walk(path)) {
            List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) {
                Files.deleteIfExists(one);
            }
        }
    }
}
