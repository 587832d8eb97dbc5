// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;

/** Which programs everybody's browsers may start: those that nobody but the system's owner can put another in the place of. */
final class Launcher {
    /** Where the packages put the host. */
    static final Path PACKAGED = Path.of("/opt/obnova/bin/obnova-host");

    /** As the Linux kernel counts links (path_resolution(7)). */
    private static final int MOST_LINKS = 40;

    private final Path root;
    private final UserPrincipal owner;
    private int links;

    private Launcher(Path root) throws IOException {
        this.root = root;
        this.owner = Files.getOwner(root);
    }

    /**
     * Whether the program is there, and each folder and link on the way to it, and itself, is the root folder's owner's and writable by no one else.
     *
     * @param program as the computer names it
     */
    static boolean isEverybodys(SystemRoot root, Path program) {
        try {
            // Whose home HOME is says nothing: sudo sets another.
            return Files.getFileStore(root.root()).supportsFileAttributeView("posix")
                    && new Launcher(root.root()).holds(root.at(program.toString()));
        } catch (IOException e) {
            return false;
        }
    }

    private boolean holds(Path path) throws IOException {
        if (!path.startsWith(root) || path.getNameCount() == root.getNameCount()) {
            return path.equals(root);
        }
        Path at = root;
        for (Path name : path.subpath(root.getNameCount(), path.getNameCount())) {
            Path before = at;
            at = before.resolve(name);
            PosixFileAttributes found = Files.readAttributes(at, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!found.owner().equals(owner)) {
                return false;
            }
            if (found.isSymbolicLink()) {
                if (++links > MOST_LINKS || !holds(before.resolve(Files.readSymbolicLink(at)))) {
                    return false;
                }
            } else if (found.permissions().contains(PosixFilePermission.GROUP_WRITE)
                    || found.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
                return false;
            }
        }
        return true;
    }
}
