// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.person.FakeTask;

@Timeout(60)
class InterProcessLockTest {
    private static final Duration LONG_ENOUGH = Duration.ofMillis(300);

    @TempDir
    private Path folder;

    @Test
    void acquire_excludesThreads() {
        Path file = folder.resolve("state/lock");
        CompletableFuture<InterProcessLock> second;
        try (InterProcessLock _ = InterProcessLock.acquire(file)) {
            second = CompletableFuture.supplyAsync(() -> InterProcessLock.acquire(file, new FakeTask()));
            await().during(LONG_ENOUGH).atMost(Duration.ofSeconds(10)).until(() -> !second.isDone());
        }
        second.join().close();
    }

    @Test
    void acquire_isFree_afterACancelledWait() {
        Path file = folder.resolve("lock");
        FakeTask task = new FakeTask();
        try (InterProcessLock _ = InterProcessLock.acquire(file)) {
            CompletableFuture<InterProcessLock> waiting =
                    CompletableFuture.supplyAsync(() -> InterProcessLock.acquire(file, task));
            assertThat(task.cancel()).isTrue();
            assertCancelled(waiting);
        }
        InterProcessLock.acquire(file).close();
    }

    @Test
    void acquire_waitsForAnotherProcess_canBeCancelled_andGetsTheLockOfOneThatDied() throws IOException {
        Path file = folder.resolve("lock");
        Process other = holder(file);
        try {
            FakeTask impatient = new FakeTask();
            CompletableFuture<InterProcessLock> cancelled =
                    CompletableFuture.supplyAsync(() -> InterProcessLock.acquire(file, impatient));
            await().during(LONG_ENOUGH).atMost(Duration.ofSeconds(10)).until(() -> !cancelled.isDone());
            assertThat(impatient.cancel()).isTrue();
            assertCancelled(cancelled);

            CompletableFuture<InterProcessLock> patient =
                    CompletableFuture.supplyAsync(() -> InterProcessLock.acquire(file, new FakeTask()));
            await().during(LONG_ENOUGH).atMost(Duration.ofSeconds(10)).until(() -> !patient.isDone());
            other.destroyForcibly();
            patient.join().close();
        } finally {
            other.destroyForcibly();
        }
    }

    /** A process that holds the lock until it is killed. */
    private static Process holder(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        assertThat(out.readLine()).isEqualTo("held");
        return process;
    }

    private static void assertCancelled(CompletableFuture<InterProcessLock> waiting) {
        assertThatThrownBy(waiting::join)
                .cause()
                .asInstanceOf(InstanceOfAssertFactories.type(Fault.class))
                .extracting(Fault::code)
                .isEqualTo(ErrorCode.CANCELLED);
    }
}
