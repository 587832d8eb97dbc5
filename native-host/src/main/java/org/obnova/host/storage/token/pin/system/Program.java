// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin.system;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/**
 * A program of the system. Secrets go to it on standard input alone: others on this computer can read arguments.
 *
 * @param deadline after which it is ended
 */
record Program(List<String> command, Duration deadline) {
    /** What it printed, to be zeroed where it is secret, and its exit status. */
    @SuppressWarnings("ArrayRecordComponent")
    record Ended(int status, byte[] output) {}

    /**
     * Runs it to its end.
     *
     * @throws Fault {@code REMEMBER_UNAVAILABLE} where it cannot be started or does not end in time
     */
    Ended run(byte[] input, String... arguments) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(whole)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw unavailable(e);
        }
        FutureTask<Ended> ending = new FutureTask<>(() -> {
            try (OutputStream to = process.getOutputStream()) {
                to.write(input);
            }
            byte[] output = process.getInputStream().readAllBytes();
            return new Ended(process.waitFor(), output);
        });
        Thread.ofVirtual().name("pin-store").start(ending);
        try {
            return ending.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(ErrorCode.CANCELLED, "interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Fault unavailable(Exception cause) {
        return new Fault(ErrorCode.REMEMBER_UNAVAILABLE, "the system's store of passwords does not answer", cause);
    }
}
