// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.StorageKind;
import org.obnova.host.task.Language;

/** Where the containers of a storage lie. */
sealed interface Place {
    String id();

    StorageKind kind();

    String label(Language language);

    /** New containers are written here. */
    Path folder();

    /** Containers are looked for here. */
    List<Path> searched();

    /** A folder that exists and shows whether {@link #folder} can be written; empty where the medium is away. */
    Optional<Path> present();

    /** The computer's own folder, made at the first use. */
    record Computer(String id, Path folder) implements Place {
        /** Makes the path absolute. */
        public Computer {
            folder = folder.toAbsolutePath().normalize();
        }

        @Override
        public StorageKind kind() {
            return StorageKind.COMPUTER;
        }

        @Override
        public String label(Language language) {
            return language == Language.RU ? "Этот компьютер" : "This computer";
        }

        @Override
        public List<Path> searched() {
            return List.of(folder);
        }

        @Override
        public Optional<Path> present() {
            @Nullable Path at = folder;
            while (at != null && !Files.exists(at)) {
                at = at.getParent();
            }
            return Optional.ofNullable(at);
        }
    }

    /**
     * A folder that the person named. One that is not there is a medium that was removed.
     *
     * @param mount where the file system was mounted on which it lay; null where that is the root, or unknown
     */
    record Named(String id, Path folder, @Nullable Path mount) implements Place {
        /** Makes the path absolute. */
        public Named {
            folder = folder.toAbsolutePath().normalize();
        }

        @Override
        public StorageKind kind() {
            return StorageKind.FOLDER;
        }

        @Override
        public String label(Language language) {
            Path name = folder.getFileName();
            String shown = name == null ? folder.toString() : name.toString();
            return language == Language.RU ? "Папка «" + shown + "»" : "Folder “" + shown + "”";
        }

        @Override
        public List<Path> searched() {
            return List.of(folder);
        }

        @Override
        public Optional<Path> present() {
            boolean there = Files.isDirectory(folder) && (mount == null || MountPoint.isMounted(mount));
            return there ? Optional.of(folder) : Optional.empty();
        }
    }

    /**
     * A removable drive. What others put into its root is read; ours goes to a folder of its own: the root of an old FAT has room for few names, and a person
     * sees what belongs together.
     */
    record OnVolume(Volume volume) implements Place {
        private static final String OWN = "Obnova";

        @Override
        public String id() {
            return volume.id();
        }

        @Override
        public StorageKind kind() {
            return StorageKind.REMOVABLE;
        }

        @Override
        public String label(Language language) {
            return volume.label(language);
        }

        @Override
        public Path folder() {
            Path own = own();
            boolean taken = Files.exists(own, LinkOption.NOFOLLOW_LINKS) && !isFolder(own);
            return taken ? root() : own;
        }

        @Override
        public List<Path> searched() {
            Path own = own();
            return isFolder(own) ? List.of(own, root()) : List.of(root());
        }

        @Override
        public Optional<Path> present() {
            if (!volume.isThere()) {
                return Optional.empty();
            }
            Path folder = folder();
            return Optional.of(Files.isDirectory(folder) ? folder : root());
        }

        /** Whether nothing is mounted at the root: it is on the same file system as the folder around it. */
        boolean isBare() {
            Path root = root();
            Path around = root.getParent();
            try {
                return around != null
                        && !volume.isThere()
                        && Files.getFileStore(root).equals(Files.getFileStore(around));
            } catch (IOException e) {
                return false; // The folder has gone too.
            }
        }

        private Path root() {
            return volume.root().toAbsolutePath().normalize();
        }

        private Path own() {
            return root().resolve(OWN);
        }

        /** Not where a link leads: that may be off the drive. */
        private static boolean isFolder(Path path) {
            return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        }
    }
}
