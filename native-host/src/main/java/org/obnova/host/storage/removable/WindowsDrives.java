// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.removable;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The drives of Windows, as the JDK tells of them: {@code volume:isRemovable} is GetDriveType, {@code volume:vsn} the serial number. An external disk counts as fixed there.
 * Tested with what the JDK is documented to tell; not on a Windows, which nobody had.
 */
final class WindowsDrives implements DriveTable {
    private final Supplier<Iterable<Path>> letters;
    private final Stores stores;

    /** What the system tells of the drive of a letter. */
    interface Stores {
        FileStore of(Path root) throws IOException;
    }

    WindowsDrives() {
        this(() -> FileSystems.getDefault().getRootDirectories(), Files::getFileStore);
    }

    /** Those at these roots. */
    WindowsDrives(Supplier<Iterable<Path>> letters, Stores stores) {
        this.letters = letters;
        this.stores = stores;
    }

    @Override
    public List<Drive> read(Set<Path> named) {
        List<Drive> drives = new ArrayList<>();
        for (Path root : letters.get()) {
            drive(root, named.contains(root)).ifPresent(drives::add);
        }
        return drives;
    }

    @Override
    public boolean isThere(Drive drive) {
        return drive(drive.root(), true)
                .filter(now -> now.plug().equals(drive.plug()))
                .isPresent();
    }

    private Optional<Drive> drive(Path root, boolean wanted) {
        try {
            FileStore store = stores.of(root);
            boolean removable = Boolean.TRUE.equals(store.getAttribute("volume:isRemovable"));
            if (!removable && !wanted) {
                return Optional.empty();
            }
            String serial = "vsn " + store.getAttribute("volume:vsn");
            DriveSort sort = removable ? DriveSort.FLASH : DriveSort.OTHER;
            return Optional.of(new Drive(serial, serial, root, sort, store.name(), null, store.getTotalSpace()));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty(); // A reader without a card in it.
        }
    }
}
