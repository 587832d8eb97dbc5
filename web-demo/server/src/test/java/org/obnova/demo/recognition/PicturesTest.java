// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program that reads foreign pictures may use up, said by a program that only tells its limits. */
class PicturesTest {
    private static final Path SYSTEM = Path.of("/usr/bin");
    private static final byte[] HEIC = "\0\0\0\u0018ftypheic".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    @Test
    void converter_hasItsMemoryLimited_andNothingOfTheEnvironment() throws IOException {
        assumeTrue(Files.isExecutable(SYSTEM.resolve("prlimit")));
        converter("{ ulimit -v; echo \"home=$HOME\"; } > \"$2.told\"; exit 1");

        refused(List.of(folder, SYSTEM), "heif-convert gave up");

        // In KiB.
        assertThat(folder.resolve("converted.jpg.told")).hasContent(1_500_000_000 / 1024 + "\nhome=\n");
    }

    @Test
    void converter_isNeverRun_whereItsLimitsCannotBeSet() throws IOException {
        converter("echo run > \"$2.told\"");

        refused(List.of(folder), "no prlimit");

        assertThat(folder.resolve("converted.jpg.told")).doesNotExist();
    }

    private void converter(String does) throws IOException {
        Path program = Files.writeString(folder.resolve("heif-convert"), "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private void refused(List<Path> programs, String reason) throws IOException {
        Path heic = Files.write(folder.resolve("passport.heic"), HEIC);
        assertThatThrownBy(() -> new Pictures(programs, folder).of(heic))
                .isInstanceOf(IOException.class)
                .hasMessage(reason);
    }
}
