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

/** The native hosts that run in one home, by their environment (Linux). */
public final class HostProcesses {
    private final String homeEntry;

    /** Those whose {@code HOME} is that folder. */
    public HostProcesses(ThrowawayHome home) {
        this.homeEntry = "HOME=" + home.folder();
    }

    /** The hosts that run now. */
    public List<ProcessHandle> running() {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(process -> isHost(process.pid()))
                .toList();
    }

    /** Waits until none runs any more, and fails where one does after that time. */
    public void awaitEnd(Duration time) {
        Awaitility.await("the host to end")
                .atMost(time)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> running().isEmpty());
    }

    private boolean isHost(long pid) {
        Path proc = Path.of("/proc", Long.toString(pid));
        try {
            List<String> command = strings(proc.resolve("cmdline"));
            return command.stream().anyMatch(word -> word.equals("org.obnova.host.Main"))
                    && strings(proc.resolve("environ")).contains(homeEntry);
        } catch (IOException e) {
            return false; // It ended while we looked.
        }
    }

    private static List<String> strings(Path file) throws IOException {
        return List.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0", -1));
    }
}
