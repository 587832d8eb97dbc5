// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A driver process whose host is no more, as after {@code kill -9}. */
@Timeout(120)
class OrphanTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Cabinet cabinet;

    @SuppressWarnings("NullAway.Init")
    private Process host;

    @BeforeEach
    void prepare() throws IOException {
        cabinet = Cabinet.in(folder).insert();
    }

    @SuppressWarnings("NullAway.Init")
    private ProcessHandle driver;

    @AfterEach
    void end() {
        host.destroyForcibly();
        assertThat(driver.onExit().join().isAlive()).isFalse();
    }

    @Test
    void driver_endsInOrder_whenItsHostWasKilled() throws IOException, InterruptedException, ExecutionException {
        CompletableFuture<ProcessHandle> end = start("idle").onExit();

        host.destroyForcibly().waitFor();

        assertThat(end.get().isAlive()).isFalse();
        assertThat(cabinet.calls()).contains("C_Finalize");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C_Logout 1 hang", "C_Finalize 1 hang"})
    void driver_endsByForce_whenItHangs(String fault) throws IOException, InterruptedException, ExecutionException {
        cabinet.faults(fault);
        CompletableFuture<ProcessHandle> end =
                start(fault.startsWith("C_Logout") ? "hang" : "idle").onExit();

        host.destroyForcibly().waitFor();

        assertThat(end.get().isAlive()).isFalse();
    }

    @Test
    void driver_knowsNeitherPinNorForeignOptions_whereOthersCanRead() throws IOException {
        start("idle");

        assertThat(Children.read(driver, "cmdline")).doesNotContain("12345678");
        assertThat(Children.read(driver, "environ"))
                .doesNotContain("12345678")
                .doesNotContain("JAVA_TOOL_OPTIONS")
                .contains("SOFTHSM2_CONF");
    }

    private ProcessHandle start(String manner) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ShortLivedHost.class.getName(),
                        cabinet.library().toString(),
                        manner))
                .redirectError(folder.resolve("stderr").toFile());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Dmeant.for=host");
        // What a module may need stays.
        builder.environment().put("SOFTHSM2_CONF", "kept");
        host = builder.start();
        assertThat(host.inputReader().readLine()).isEqualTo("ready");
        driver = Children.of(host.toHandle(), cabinet.library());
        return driver;
    }
}
