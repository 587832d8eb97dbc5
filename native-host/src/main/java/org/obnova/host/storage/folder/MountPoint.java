// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the file system is mounted that a folder lies on. When it is mounted no more, the folder at that place is another one, and mostly empty. */
final class MountPoint {
    private MountPoint() {}

    /** The mount point above a folder, or the folder itself; empty where that is the root, which is always there, and where it cannot be told. */
    static Optional<Path> of(Path folder) {
        try {
            Path at = folder.toRealPath();
            FileStore store = Files.getFileStore(at);
            @Nullable Path around = at.getParent();
            while (around != null && Files.getFileStore(around).equals(store)) {
                at = around;
                around = at.getParent();
            }
            return around == null ? Optional.empty() : Optional.of(at);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether something is mounted there now. */
    static boolean isMounted(Path point) {
        Path around = point.getParent();
        try {
            return around == null || !Files.getFileStore(point).equals(Files.getFileStore(around));
        } catch (IOException e) {
            return false; // Not even the folder is there.
        }
    }
}
