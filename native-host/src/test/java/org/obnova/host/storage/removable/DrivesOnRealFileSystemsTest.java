// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.removable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Drives that are full, write-protected, of FAT and exFAT, pulled in the middle. Each scene is a process with a name space of mounts of its own: the machine's mounts stay as they are.
 * Skipped, with the reason, where the machine allows no such thing.
 */
class DrivesOnRealFileSystemsTest {
    private static final int SECONDS = 120;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everyScene_endsWell() {
        return DriveScenes.names().stream().map(name -> DynamicTest.dynamicTest(name, () -> play(name)));
    }

    private void play(String name) throws IOException, InterruptedException {
        Path own = Files.createDirectory(folder.resolve(name));
        Path said = folder.resolve(name + ".txt");
        List<String> unshare = List.of("unshare", "--mount", "--propagation", "private");
        assumeTrue(runs(unshare), "no name space of mounts: not root, or not allowed");
        Process process = new ProcessBuilder(Stream.concat(
                                unshare.stream(),
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin/java")
                                                .toString(),
                                        "-cp",
                                        System.getProperty("java.class.path").replace(File.pathSeparator, ":"),
                                        DriveScenes.class.getName(),
                                        name,
                                        own.toString()))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(ended).as(text).isTrue();
        assumeTrue(process.exitValue() != DriveScenes.LACKS, text);
        assertThat(process.exitValue()).as(text).isZero();
    }

    private static boolean runs(List<String> unshare) throws InterruptedException {
        try {
            return new ProcessBuilder(Stream.concat(unshare.stream(), Stream.of("true"))
                                    .toList())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // No such program.
        }
    }
}
