// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.io.IOException;
import java.nio.file.Path;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.platform.FileActions;

/**
 * How files are replaced where the flow writes. With it change the algorithm and whether there are passwords (stretching them takes most of a flow's time): no point
 * depends on more than one of these.
 */
enum Manner {
    /** By renaming, as on the file systems of computers. */
    IN_PLACE(KeyAlgorithm.GOST_2012_256, true),
    /** By numbered generations, as on FAT and exFAT. */
    GENERATIONS(KeyAlgorithm.EC_P256, false);

    final KeyAlgorithm algorithm;

    private final boolean withPasswords;

    Manner(KeyAlgorithm algorithm, boolean withPasswords) {
        this.algorithm = algorithm;
        this.withPasswords = withPasswords;
    }

    /** The password, or the empty one. */
    String password(String password) {
        return withPasswords ? password : "";
    }

    /** The disk, which is taken for one of this kind. */
    FileActions disk() {
        return new Taken(FileActions.disk(), this == IN_PLACE);
    }

    /** All goes to the real disk but the question of its kind. */
    private record Taken(FileActions disk, boolean atomic) implements FileActions {
        @Override
        public void makeFolder(Path folder) throws IOException {
            disk.makeFolder(folder);
        }

        @Override
        public void writeNew(Path file, byte[] content) throws IOException {
            disk.writeNew(file, content);
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
            return atomic;
        }
    }
}
