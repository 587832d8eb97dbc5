// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.platform.Directories;

class ModesCheckTest {
    private static final int LOOKS = 300;
    private static final int CONTAINERS = 20;

    @TempDir
    Path home;

    /** Other checks and other programs write in the same folders while this one looks. */
    @Test
    void fileThatVanishes_hidesNoOther() throws Exception {
        Directories directories = new Directories(
                home.resolve("data"), home.resolve("state"), home.resolve("config"), home.resolve("runtime"));
        Files.createDirectories(directories.containers());
        for (int i = 0; i < CONTAINERS; i++) {
            Path open = Files.writeString(directories.containers().resolve(i + ".p12"), "a container");
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        }
        for (Path folder : List.of(directories.data(), directories.containers())) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        FutureTask<Void> coming = new FutureTask<>(() -> comeAndGo(directories.containers()), null);
        Thread other = new Thread(coming);
        other.start();
        try {
            for (int i = 0; i < LOOKS; i++) {
                assertThat(new ModesCheck(directories).run().detail().english())
                        .endsWith("and others: " + (CONTAINERS - 1) + ".");
            }
        } finally {
            other.interrupt();
            coming.get();
        }
    }

    private static void comeAndGo(Path folder) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Files.delete(Files.createTempFile(folder, ".obnova-", ".probe"));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
