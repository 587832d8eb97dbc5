// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** The processes of the browser that runs in one profile. */
final class BrowserProcesses {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private BrowserProcesses() {}

    /** Ends the browser with SIGKILL, all its processes, and waits until they are gone. */
    static void kill(Path profile) {
        of(profile).forEach(ProcessHandle::destroyForcibly);
        // One whose parent does not ask for its status stays as a zombie, which has no command line any more: it counts
        // as gone.
        Awaitility.await("the browser to be gone")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> of(profile).isEmpty());
    }

    private static List<ProcessHandle> of(Path profile) {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process.pid()).contains(profile.toString()))
                .filter(process -> !commandLine(process.pid()).contains("org.obnova.host.Main"))
                .toList();
    }

    private static String commandLine(long pid) {
        try {
            return new String(
                    Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // It ended while we looked.
        }
    }
}
