// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a backup does with folders. */
final class Folders {
    private Folders() {}

    /** Refuses a place where something is. */
    static void requireEmpty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isEmpty()) {
                    return;
                }
            }
        }
        if (Files.exists(folder)) {
            throw new BackupException("is not empty: " + folder);
        }
    }

    /** A new folder beside one that is to be made: never one that is there already, whoever made that. */
    static Path draft(Path wanted) throws IOException {
        Path beside = wanted.toAbsolutePath().getParent();
        Files.createDirectories(beside);
        return Files.createTempDirectory(beside, wanted.getFileName() + ".part-");
    }

    /** For its owner alone: there are keys in it. */
    static void make(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Copies a folder's files, modes too; what somebody takes away meanwhile is left out. */
    static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.sorted().toList()) {
                Path target = to.resolve(from.relativize(one).toString());
                try {
                    if (Files.isDirectory(one)) {
                        make(target);
                    } else if (!one.toString().endsWith(".part")) {
                        Files.copy(
                                one, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                        sync(target);
                    }
                } catch (NoSuchFileException e) {
                    Files.deleteIfExists(target);
                }
            }
        }
    }

    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> below = Files.walk(folder)) {
            List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) {
                Files.delete(one);
            }
        }
    }
}
