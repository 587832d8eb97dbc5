// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the converter is started; programs of this test stand in for heif-convert and prlimit. */
class HeifConvertTest {
    @TempDir
    Path folder;

    private void program(String name, String script) throws IOException {
        Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void photographs_areTaken_onlyWhereTheirConversionCanBeBounded() throws IOException {
        HeifConvert nothing = new HeifConvert(List.of(folder));
        program("heif-convert", "exit 0\n");
        HeifConvert unbounded = new HeifConvert(List.of(folder));
        program("prlimit", "exit 0\n");
        HeifConvert bounded = new HeifConvert(List.of(folder));

        assertThat(nothing.installed()).isFalse();
        assertThat(unbounded.installed()).isFalse();
        assertThat(bounded.installed()).isTrue();
    }

    @Test
    void converter_seesNothingOfTheServersSurroundings() throws IOException {
        assertThat(System.getenv()).containsKey("PATH").containsKey("HOME");
        program("heif-convert", "export -p > \"$4\"\necho \"$OBNOVA_LIMIT\" >> \"$4\"\n");
        program("prlimit", "OBNOVA_LIMIT=$1\nexport OBNOVA_LIMIT\nshift\nexec \"$@\"\n");
        Path seen = folder.resolve("seen");

        new HeifConvert(List.of(folder)).convert(folder.resolve("heic"), seen);

        assertThat(Files.readString(seen)).contains("--as=1500000000").doesNotContain("HOME");
    }
}
