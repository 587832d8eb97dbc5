// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.testkit.Checkout;

/** A flash drive comes and goes as a person likes. Each journey is a process with a name space of mounts of its own: the machine's mounts stay as they are. */
class RemovableRenewalIT {
    private static final List<String> UNSHARE = List.of("unshare", "--mount", "--propagation", "private");
    private static final int MINUTES = 5;

    @ParameterizedTest
    @ValueSource(strings = {"pulled", "backup"})
    void journeyWithAFlashDrive(String journey) throws IOException, InterruptedException {
        assumeTrue(
                run(1, Files.createTempFile("unshare", ".txt"), List.of("true")) == 0,
                "no name space of mounts: not root, or not allowed");
        Path said = Journeys.folder("removable-" + journey).resolve("said.txt");
        int status = run(
                MINUTES,
                said,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Dobnova.root=" + Checkout.find().root(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RemovableRenewal.class.getName(),
                        journey));
        assertThat(status).as(Files.readString(said, StandardCharsets.UTF_8)).isZero();
    }

    private static int run(int minutes, Path said, List<String> command) throws IOException, InterruptedException {
        List<String> whole = new java.util.ArrayList<>(UNSHARE);
        whole.addAll(command);
        Process process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(minutes, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("ended: " + said).isTrue();
        return process.exitValue();
    }
}
