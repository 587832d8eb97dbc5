// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.Fault;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.FileActions;

/** {@link KeptFiles}: stopped at each of its operations on the disk, what was there can be put back. */
class KeptFilesTest {
    private static final String TARGET = "host-manifest.chromium";

    @TempDir
    private Path folder;

    /** The disk until the operation of this number, which fails as all after it: as after a crash nothing more is done. */
    private static final class Stopping implements FileActions {
        private final FileActions disk = FileActions.named("rw-------", "rwx------");
        private int left;

        Stopping(int left) {
            this.left = left;
        }

        private void step() throws IOException {
            if (left-- <= 0) {
                throw new IOException("stopped");
            }
        }

        @Override
        public void makeFolder(Path made) throws IOException {
            step();
            disk.makeFolder(made);
        }

        @Override
        public void writeNew(Path file, byte[] content) throws IOException {
            step();
            disk.writeNew(file, content);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            step();
            disk.rename(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
            step();
            disk.delete(file);
        }

        @Override
        public void syncFolder(Path synced) throws IOException {
            step();
            disk.syncFolder(synced);
        }

        @Override
        public boolean renamesAtomically(Path any) {
            return true;
        }
    }

    private static KeptFiles files(Path root, FileActions actions) {
        DurableFiles files = new DurableFiles(actions);
        return new KeptFiles(new Ledger(root.resolve("state/workstation.json"), files), files);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void write_isUndone_whereverItStops_whereThereWasAFile() throws IOException {
        int stops = 0;
        for (boolean done = false; !done; stops++) {
            Path root = Files.createDirectories(folder.resolve("replaced-" + stops));
            Path file = Files.writeString(root.resolve("file"), "theirs");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
            done = write(root, file, stops);

            assertThat(Files.readString(file)).isIn("theirs", "ours");
            files(root, FileActions.named("rw-------", "rwx------")).restore(TARGET, file);

            assertThat(Files.readString(file)).isEqualTo("theirs");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-r-----");
        }
        assertThat(stops).as("that it was stopped at all").isGreaterThan(5);
    }

    @Test
    void write_isUndone_whereverItStops_whereThereWasNone() throws IOException {
        int stops = 0;
        for (boolean done = false; !done; stops++) {
            Path root = Files.createDirectories(folder.resolve("new-" + stops));
            Path file = root.resolve("made/for/it");
            done = write(root, file, stops);

            files(root, FileActions.named("rw-------", "rwx------")).restore(TARGET, file);

            assertThat(root.resolve("made")).as("stopped at " + stops).doesNotExist();
        }
        assertThat(stops).isGreaterThan(5);
    }

    /** Whether it came to its end. */
    private static boolean write(Path root, Path file, int stop) {
        try {
            files(root, new Stopping(stop)).write(TARGET, file, octets("ours"));
            return true;
        } catch (Fault e) {
            return false;
        }
    }

    @Test
    void write_again_afterItStopped_remembersWhatWasThereFirst() throws IOException {
        for (int stop = 0; stop < 12; stop++) {
            Path root = Files.createDirectories(folder.resolve("again-" + stop));
            Path file = Files.writeString(root.resolve("file"), "theirs");
            KeptFiles whole = files(root, FileActions.named("rw-------", "rwx------"));
            whole.write(TARGET, file, octets("older"));
            write(root, file, stop);
            whole.write(TARGET, file, octets("newest"));

            whole.restore(TARGET, file);
            assertThat(Files.readString(file)).isEqualTo("theirs");
        }
    }

    @Test
    void aLink_staysALink() throws IOException {
        Path real = Files.writeString(folder.resolve("real"), "theirs");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        KeptFiles files = files(folder, FileActions.named("rw-------", "rwx------"));

        files.write(TARGET, link, octets("ours"));
        assertThat(Files.readString(real)).isEqualTo("ours");
        files.restore(TARGET, link);

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(real)).isEqualTo("theirs");
    }
}
