// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations as the operating system performs them. */
final class Disk implements FileActions {
    /** Types as FileStore names them: Linux, macOS, Windows. */
    private static final Set<String> WITHOUT_ATOMIC_RENAME =
            Set.of("vfat", "msdos", "exfat", "fat", "fat12", "fat16", "fat32");

    /** What a program serves may be FAT, and how it renames is known to nobody: taken as the worse case. */
    private static final String SERVED = "fuse";

    private static final FileAttribute<?> FILE_MODE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> FOLDER_MODE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    @Override
    public void makeFolder(Path folder) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (@Nullable Path at = folder.toAbsolutePath(); at != null && !Files.isDirectory(at); at = at.getParent()) {
            missing.push(at);
        }
        for (Path each : missing) {
            try {
                Files.createDirectory(
                        each, hasModes(each) ? new FileAttribute<?>[] {FOLDER_MODE} : new FileAttribute<?>[0]);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(each)) {
                    throw e;
                }
            }
            Path parent = each.getParent();
            if (parent != null) {
                syncFolder(parent);
            }
        }
    }

    @Override
    public void writeNew(Path file, byte[] content) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        FileAttribute<?>[] mode = hasModes(file) ? new FileAttribute<?>[] {FILE_MODE} : new FileAttribute<?>[0];
        try (FileChannel channel = FileChannel.open(file, options, mode)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        // Windows neither opens folders nor needs it: its journal orders renames.
        if (hasModes(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public boolean renamesAtomically(Path folder) throws IOException {
        String type = Files.getFileStore(folder).type().toLowerCase(Locale.ROOT);
        return !type.startsWith(SERVED) && !WITHOUT_ATOMIC_RENAME.contains(type);
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
