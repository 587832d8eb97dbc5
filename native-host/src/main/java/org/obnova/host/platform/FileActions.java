// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.platform;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The few operations of which a durable write consists; each is one point at which a crash may come. {@link #disk()} performs them; tests
 * stop at each.
 */
public interface FileActions {
    /** Those of the operating system. */
    static FileActions disk() {
        return new Disk();
    }

    /**
     * Those of the operating system for files that other programs look for by their names: never a new generation, and these modes.
     *
     * @param fileMode as {@code rw-r--r--}
     * @param folderMode of folders that are made
     */
    static FileActions named(String fileMode, String folderMode) {
        return new NamedDisk(fileMode, folderMode);
    }

    /** Makes the folder and its missing parents, for this person alone where the file system has modes, and syncs their parents. */
    void makeFolder(Path folder) throws IOException;

    /**
     * Writes a file that must not exist, for this person alone where the file system has modes, and syncs it.
     *
     * @throws java.nio.file.FileAlreadyExistsException when it exists
     */
    void writeNew(Path file, byte[] content) throws IOException;

    /** Gives the file another name in the same folder, replacing what had that name in one step. */
    void rename(Path from, Path to) throws IOException;

    /** Removes the file if it is there. */
    void delete(Path file) throws IOException;

    /** Makes renames and removals in this folder durable. */
    void syncFolder(Path folder) throws IOException;

    /** Whether a crash during {@link #rename} leaves either the old file or the new one: false on FAT and exFAT. */
    boolean renamesAtomically(Path folder) throws IOException;
}
