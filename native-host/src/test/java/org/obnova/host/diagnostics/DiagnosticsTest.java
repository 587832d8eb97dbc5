// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.Language;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;

/** {@link Diagnostics} with checks that take their time. */
class DiagnosticsTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    Path folder;

    private final Cancellation cancellation = new Cancellation();
    private final RunningTask task =
            new RunningTask(new Requester.Person(), Language.EN, cancellation, ProgressListener.none());

    private record Check(String id, Runnable looking, Optional<Repair> mending) implements DiagnosticCheck {
        @Override
        public Finding run() {
            looking.run();
            Subject subject = new Subject(id, id, id);
            return mending.isPresent()
                    ? subject.problem("broken", subject.title(), subject.title())
                    : subject.ok("", "");
        }

        @Override
        public Optional<Repair> repair(Finding finding) {
            return mending;
        }
    }

    @Test
    void checkThatNeverEnds_isGivenUp_andSaysSo_andTheOthersAreThere() {
        CountDownLatch never = new CountDownLatch(1);
        Check hanging = new Check("hanging", () -> await(never), Optional.empty());
        Check quick = new Check("quick", () -> {}, Optional.empty());

        List<Examined> all = new Diagnostics(() -> List.of(hanging, quick), SHORT).run(task, id -> true);

        never.countDown();
        assertThat(all).extracting(each -> each.finding().verdict()).containsExactly(Verdict.UNKNOWN, Verdict.OK);
        assertThat(all.getFirst().finding().reason()).isEqualTo("gave-up");
        assertThat(all.getFirst().finding().detail().english()).contains("no answer");
        assertThat(all.getFirst().repairable()).isFalse();
    }

    @Test
    void checks_runSideBySide() {
        CountDownLatch met = new CountDownLatch(2);
        Runnable meeting = () -> {
            met.countDown();
            await(met);
        };
        List<DiagnosticCheck> checks =
                List.of(new Check("one", meeting, Optional.empty()), new Check("other", meeting, Optional.empty()));

        assertThat(new Diagnostics(() -> checks, Duration.ofSeconds(60)).run(task, id -> false))
                .allSatisfy(each -> assertThat(each.finding().verdict()).isEqualTo(Verdict.OK));
    }

    @Test
    void repair_thatWaitsForAnotherHost_canBeCancelled() {
        Path file = folder.resolve("workstation.lock");
        AtomicBoolean written = new AtomicBoolean();
        CountDownLatch waiting = new CountDownLatch(1);
        Repair repair = running -> {
            waiting.countDown();
            try (InterProcessLock _ = InterProcessLock.acquire(file, running)) {
                written.set(true);
            }
        };
        Check broken = new Check("broken", () -> {}, Optional.of(repair));
        try (InterProcessLock _ = InterProcessLock.acquire(file)) {
            Thread.ofVirtual().start(() -> {
                await(waiting);
                cancellation.cancel();
            });
            assertThatThrownBy(() -> new Diagnostics(() -> List.of(broken)).run(task, id -> true))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.CANCELLED));
        }
        assertThat(written).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
