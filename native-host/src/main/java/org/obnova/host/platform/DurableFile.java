// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.platform;

import java.nio.file.Path;
import java.util.Optional;

/** {@link DurableFiles} on the disk, for files that need no more than safe replacement. */
public final class DurableFile {
    private static final DurableFiles DISK = new DurableFiles(FileActions.disk());

    private DurableFile() {}

    /** As {@link DurableFiles#replace}, with no check but that the content reads back. */
    public static void write(Path file, byte[] content) {
        DISK.replace(file, content, written -> {});
    }

    /** As {@link DurableFiles#create}, with no check but that the content reads back. */
    public static void writeNew(Path file, byte[] content) {
        DISK.create(file, content, written -> {});
    }

    /** As {@link DurableFiles#read}. */
    public static Optional<byte[]> read(Path file) {
        return DISK.read(file);
    }
}
