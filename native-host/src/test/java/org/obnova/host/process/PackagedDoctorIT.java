// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image's own doctor looks at its own class cache; a copy is broken, as an installation is. */
class PackagedDoctorIT {
    private static final Path IMAGE = Path.of("target/obnova-host").toAbsolutePath();
    private static final String CHECK = "\"id\":\"start-cache\",\"status\":\"";

    @TempDir
    Path folder;

    private Path lib = Path.of("");

    @BeforeEach
    void copied() throws IOException, InterruptedException {
        Path copy = folder.resolve("image");
        assertThat(run(List.of("cp", "-aL", IMAGE.toString(), copy.toString()))).isEmpty();
        lib = copy.resolve("lib");
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .put("HOME", Files.createDirectories(folder.resolve("home")).toString());
        builder.environment().remove("DISPLAY");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private String doctor() throws IOException, InterruptedException {
        return run(List.of(lib.resolveSibling("bin/obnova-host").toString(), "doctor", "--json"));
    }

    @Test
    void doctor_isContentWithTheCache_ofAnImageThatWasCopiedWithItsTimes() throws IOException, InterruptedException {
        assertThat(doctor()).contains(CHECK + "ok\"");
    }

    @Test
    void doctor_saysThatTheCacheIsRefused_underAnotherHeap() throws IOException, InterruptedException {
        Path options = lib.resolve("obnova-host.options");
        Files.writeString(
                options,
                Files.readString(options).replace("-XX:+UseSerialGC", "-XX:+UseParallelGC\n-XX:-UseCompressedOops"));

        assertThat(doctor()).contains(CHECK + "warning\",\"reason\":\"refused\"");
    }

    @Test
    void doctor_saysThatTheCacheIsRefused_whenALibraryIsYoungerThanIt() throws IOException, InterruptedException {
        assertThat(run(List.of("touch", lib.resolve("obnova-host.jar").toString())))
                .isEmpty();

        assertThat(doctor()).contains(CHECK + "warning\",\"reason\":\"refused\"");
    }

    @Test
    void doctor_saysThatTheCacheIsRefused_whenItIsDamaged() throws IOException, InterruptedException {
        Path cache = lib.resolve("obnova-host.aot");
        assertThat(run(List.of("chmod", "u+w", cache.toString()))).isEmpty();
        byte[] content = Files.readAllBytes(cache);
        Files.write(cache, java.util.Arrays.copyOf(content, content.length / 2));

        assertThat(doctor()).contains(CHECK + "warning\",\"reason\":\"refused\"");
    }
}
