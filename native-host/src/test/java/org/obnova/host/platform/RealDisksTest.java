// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** Real file systems, small or read-only; only root may mount them, so elsewhere these tests are skipped. */
class RealDisksTest {
    private static final DurableFiles DISK = new DurableFiles(FileActions.disk());

    @TempDir
    private Path folder;

    private Path mounted = Path.of("");

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (!mounted.toString().isEmpty()) {
            run("umount", mounted.toString());
        }
    }

    @Test
    void replace_saysFull_andKeepsTheOldFile_onAFullDisk() throws IOException, InterruptedException {
        mount("size=64k");
        Path file = mounted.resolve("key.p12");
        byte[] old = new byte[20_000];
        DISK.replace(file, old, written -> {});
        assertFault(ErrorCode.STORAGE_FULL, () -> DISK.replace(file, new byte[60_000], written -> {}));
        assertThat(DISK.read(file)).contains(old);
        try (Stream<Path> entries = Files.list(mounted)) {
            assertThat(entries).as("the room of the failed write is free again").containsExactly(file);
        }
    }

    @Test
    void replace_saysReadOnly_andKeepsTheOldFile_onAReadOnlyDisk() throws IOException, InterruptedException {
        mount("size=1m");
        Path file = mounted.resolve("key.p12");
        DISK.replace(file, new byte[10], written -> {});
        assumeTrue(run("mount", "-o", "remount,ro", mounted.toString()) == 0);
        assertFault(ErrorCode.STORAGE_READ_ONLY, () -> DISK.replace(file, new byte[20], written -> {}));
        assertThat(DISK.read(file)).contains(new byte[10]);
    }

    private void mount(String options) throws IOException, InterruptedException {
        Path point = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", options, "tmpfs", point.toString()) == 0, "only root may mount");
        mounted = point;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return 127;
        }
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static void assertFault(ErrorCode code, Runnable action) {
        assertThatThrownBy(action::run)
                .asInstanceOf(InstanceOfAssertFactories.type(Fault.class))
                .extracting(Fault::code)
                .isEqualTo(code);
    }
}
