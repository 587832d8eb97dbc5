// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;

/** A host whose consent window is open: on a display of its own, where nobody answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaitingProcessTest {
    private static final String STORAGES =
            "{\"jsonrpc\":\"2.0\",\"id\":\"w\",\"method\":\"storages.list\",\"params\":{\"site\":{\"origin\":"
                    + "\"https://extern.obnova.org\",\"document\":\"1\"}}}";

    @SuppressWarnings("NullAway.Init")
    private Process display;

    private String name = "";

    @TempDir
    Path home;

    @BeforeAll
    void openDisplay() throws IOException {
        display = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1000x800x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(display.getInputStream(), StandardCharsets.US_ASCII));
        name = ":" + reader.readLine();
    }

    @AfterAll
    void closeDisplay() {
        display.destroy();
    }

    @Test
    void endOfInput_endTheProcessSoon_whileAWindowIsOpen() throws Exception {
        try (HostProcess host = waiting()) {
            long from = System.nanoTime();
            host.closeInput();

            assertThat(host.exitStatus()).isZero();
            // The promise is 500 ms; the rest is for a busy machine.
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void cancel_closeTheWindow_andGiveOneCancelledReply() throws Exception {
        try (HostProcess host = waiting()) {
            host.send(STORAGES);
            assertThat(host.reply().errorName()).isEqualTo("duplicate_id");

            host.send("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"cancel\",\"params\":{\"id\":\"w\"}}");
            HostProcess.Reply one = host.reply();
            HostProcess.Reply two = host.reply();
            HostProcess.Reply ofCancel = one.isResult() ? one : two;
            HostProcess.Reply ofRequest = one.isResult() ? two : one;

            assertThat(ofCancel.at("result", "cancelled")).isEqualTo(new Json.Truth(true));
            assertThat(ofRequest.errorName()).isEqualTo("cancelled");
            assertThat(ofRequest.text("id")).isEqualTo("w");
            host.send("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"cancel\",\"params\":{\"id\":\"w\"}}");
            assertThat(host.reply().at("result", "cancelled")).isEqualTo(new Json.Truth(false));
        }
    }

    private HostProcess waiting() throws IOException, JsonException, InterruptedException {
        HostProcess host = HostProcess.start(home, Map.of("DISPLAY", name), HostProcess.OUR_ORIGIN);
        host.send(STORAGES);
        HostProcess.Reply progress = host.message();
        assertThat(progress.text("method")).isEqualTo("progress");
        assertThat(progress.text("params", "step")).isEqualTo("consent");
        assertThat(progress.text("params", "state")).isEqualTo("waiting");
        windowOpens();
        return host;
    }

    private void windowOpens() throws IOException, InterruptedException {
        ProcessBuilder search = new ProcessBuilder("xdotool", "search", "--sync", "--onlyvisible", "--name", ".")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        search.environment().put("DISPLAY", name);
        Process found = search.start();
        assertThat(found.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
}
