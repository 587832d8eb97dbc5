// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The processes of the browser that runs in one home. */
final class BrowserProcesses {
    private BrowserProcesses() {}

    /** Ends the browser with SIGKILL, all its processes, and waits until they are gone. */
    static void kill(ThrowawayHome home) {
        String profile = "--user-data-dir=" + home.profile();
        List<ProcessHandle> all = ProcessHandle.allProcesses()
                .filter(process -> commandLine(process.pid()).contains(profile))
                .filter(process -> !commandLine(process.pid()).contains("org.obnova.host.Main"))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .join();
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
