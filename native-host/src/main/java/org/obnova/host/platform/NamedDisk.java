// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files that other programs look for by their names: always replaced in place, never by a new generation, and with the modes that are named here, whatever the process's
 * mask.
 */
final class NamedDisk implements FileActions {
    private final FileActions disk = new Disk();
    private final Set<PosixFilePermission> fileMode;
    private final Set<PosixFilePermission> folderMode;

    NamedDisk(String fileMode, String folderMode) {
        this.fileMode = PosixFilePermissions.fromString(fileMode);
        this.folderMode = PosixFilePermissions.fromString(folderMode);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (@Nullable Path at = folder.toAbsolutePath(); at != null && !Files.isDirectory(at); at = at.getParent()) {
            missing.push(at);
        }
        disk.makeFolder(folder);
        for (Path each : missing) {
            set(each, folderMode);
        }
    }

    @Override
    public void writeNew(Path file, byte[] content) throws IOException {
        disk.writeNew(file, content);
        set(file, fileMode);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        disk.syncFolder(folder);
    }

    @Override
    public boolean renamesAtomically(Path folder) {
        return true;
    }

    private static void set(Path path, Set<PosixFilePermission> mode) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, mode);
        }
    }
}
