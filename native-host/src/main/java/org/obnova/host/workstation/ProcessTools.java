// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** {@link SystemTools} as processes. */
final class ProcessTools implements SystemTools {
    private static final int PATIENCE_SECONDS = 120;

    @Override
    public String run(List<String> command) {
        Process process;
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            process = builder.start();
            process.getOutputStream().close(); // It has nobody to ask.
        } catch (IOException e) {
            throw failed(command, "cannot be started", e);
        }
        Thread watch = Thread.ofVirtual().start(() -> endInTime(process));
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw failed(command, "status " + status, null);
            }
            return said;
        } catch (IOException e) {
            throw failed(command, "cannot be heard", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(command, "interrupted", e);
        } finally {
            watch.interrupt();
        }
    }

    private static void endInTime(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            return; // It has ended.
        }
    }

    private static Fault failed(List<String> command, String why, @org.jspecify.annotations.Nullable Exception cause) {
        return new Fault(ErrorCode.SETUP_TOOL_FAILED, why, Map.of("place", command.getFirst()), cause);
    }
}
