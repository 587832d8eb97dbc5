// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

class CancellationTest {
    private final Cancellation cancellation = new Cancellation();

    @Test
    void await_giveTheAnswer_whenItComes() {
        assertThat(cancellation.await(CompletableFuture.completedFuture("yes"))).isEqualTo("yes");
    }

    @Test
    void await_endAndCancelTheFuture_whenCancelledMeanwhile() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        CountDownLatch waits = new CountDownLatch(1);
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            waits.countDown();
            try {
                cancellation.await(answer);
            } catch (Fault fault) {
                outcome.complete(fault);
            }
        });
        waits.await();

        assertThat(cancellation.cancel()).isTrue();

        assertThat(outcome.get()).isInstanceOfSatisfying(Fault.class, CancellationTest::isCancelled);
        assertThat(answer).isCancelled();
    }

    @Test
    void await_cancelTheFuture_whenCancelledBefore() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        cancellation.cancel();

        assertThatThrownBy(() -> cancellation.await(answer))
                .isInstanceOfSatisfying(Fault.class, CancellationTest::isCancelled);
        assertThat(answer).isCancelled();
    }

    @Test
    void await_throwTheFault_withWhichTheAnswerFailed() {
        Fault fault = new Fault(ErrorCode.NO_DISPLAY, "none");

        assertThatThrownBy(() -> cancellation.await(CompletableFuture.failedFuture(fault)))
                .isSameAs(fault);
    }

    @Test
    void cancel_changeNothing_whileItWrites() {
        Task.Uncancellable writing = cancellation.writing();

        assertThat(cancellation.cancel()).isFalse();
        cancellation.checkpoint();

        writing.close();
        writing.close();
        assertThat(cancellation.cancel()).isTrue();
        assertThatThrownBy(cancellation::checkpoint).isInstanceOfSatisfying(Fault.class, CancellationTest::isCancelled);
    }

    @Test
    void cancel_changeNothing_whileTheOuterOfTwoWritesGoesOn() {
        try (Task.Uncancellable _ = cancellation.writing()) {
            cancellation.writing().close();

            assertThat(cancellation.cancel()).isFalse();
        }
    }

    @Test
    void writing_notBegin_whenCancelledBefore() {
        cancellation.cancel();

        assertThatThrownBy(cancellation::writing).isInstanceOfSatisfying(Fault.class, CancellationTest::isCancelled);
    }

    @Test
    void cancel_comeTooLate_afterTheEnd() {
        assertThat(cancellation.end()).isFalse();

        assertThat(cancellation.cancel()).isFalse();
    }

    @Test
    void end_tellThatItWasCancelled_whenNobodyLooked() {
        cancellation.cancel();

        assertThat(cancellation.end()).isTrue();
    }

    private static void isCancelled(Fault fault) {
        assertThat(fault.code()).isEqualTo(ErrorCode.CANCELLED);
    }
}
