// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.site.ConsentPrompt.Answer;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.Language;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;

class ConsentDeskTest {
    private static final Requester.Site SITE = new Requester.Site("https://extern.example", "Экстерн");

    /** The windows that are open, as the futures of their answers. */
    private final BlockingQueue<CompletableFuture<Answer>> windows = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Consents consents;

    @SuppressWarnings("NullAway.Init")
    private ConsentDesk desk;

    @BeforeEach
    void make() {
        consents = new Consents(folder.resolve("consents.json"), InstantSource.system());
        desk = new ConsentDesk(consents, (task, operation) -> {
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            windows.add(answer);
            return task.await(answer);
        });
    }

    @Test
    void always_beKept_forEveryPageOfTheSite() throws Exception {
        Pending first = ask("page-1", Operation.SIGN);
        windows.take().complete(Answer.ALWAYS);
        first.passes();

        ask("page-2", Operation.SIGN).passes();
        assertThat(consents.has(SITE.origin(), Operation.SIGN)).isTrue();
        assertThat(windows).isEmpty();
    }

    @Test
    void once_countForThePageAndOperationOnly_andNotBeWrittenDown() throws Exception {
        Pending first = ask("page-1", Operation.SIGN);
        windows.take().complete(Answer.ONCE);
        first.passes();
        ask("page-1", Operation.SIGN).passes();

        Pending ofAnotherPage = ask("page-2", Operation.SIGN);
        windows.take().complete(Answer.NO);
        ofAnotherPage.endsWith(ErrorCode.CONSENT_REFUSED);
        Pending ofAnotherOperation = ask("page-1", Operation.RENEW);
        windows.take().complete(Answer.NO);
        ofAnotherOperation.endsWith(ErrorCode.CONSENT_REFUSED);

        assertThat(consents.all()).isEmpty();
    }

    @Test
    void no_refuse_andTheNextRequestAskAgain() throws Exception {
        Pending first = ask("page-1", Operation.SIGN);
        windows.take().complete(Answer.NO);
        first.endsWith(ErrorCode.CONSENT_REFUSED);

        Pending second = ask("page-1", Operation.SIGN);
        windows.take().complete(Answer.ONCE);
        second.passes();
    }

    @Test
    void requestsOfOnePage_shareOneWindow() throws Exception {
        Pending first = ask("page-1", Operation.SIGN);
        CompletableFuture<Answer> window = windows.take();
        Pending second = ask("page-1", Operation.SIGN);
        second.isWaiting();

        window.complete(Answer.NO);

        first.endsWith(ErrorCode.CONSENT_REFUSED);
        second.endsWith(ErrorCode.CONSENT_REFUSED);
        assertThat(windows).isEmpty();
    }

    @Test
    void anotherPage_askForItself_afterANo() throws Exception {
        Pending first = ask("page-1", Operation.SIGN);
        CompletableFuture<Answer> window = windows.take();
        Pending second = ask("page-2", Operation.SIGN);
        second.isWaiting();
        assertThat(windows).as("one window at a time").isEmpty();

        window.complete(Answer.NO);
        first.endsWith(ErrorCode.CONSENT_REFUSED);
        windows.take().complete(Answer.ALWAYS);

        second.passes();
    }

    @Test
    void cancelledRequest_handTheQuestionOver_toTheOneThatWaits() throws Exception {
        Pending first = ask("page-1", Operation.SIGN);
        CompletableFuture<Answer> window = windows.take();
        Pending second = ask("page-1", Operation.SIGN);
        second.isWaiting();

        assertThat(first.cancellation.cancel()).isTrue();
        first.endsWith(ErrorCode.CANCELLED);
        assertThat(window).isCancelled();
        windows.take().complete(Answer.ONCE);

        second.passes();
    }

    @Test
    void waitingRequest_beCancelled_withoutClosingTheOthersWindow() throws Exception {
        Pending first = ask("page-1", Operation.SIGN);
        CompletableFuture<Answer> window = windows.take();
        Pending second = ask("page-1", Operation.SIGN);
        second.isWaiting();

        assertThat(second.cancellation.cancel()).isTrue();
        second.endsWith(ErrorCode.CANCELLED);
        assertThat(window).isNotDone();
        window.complete(Answer.ONCE);

        first.passes();
    }

    @Test
    void forget_endWhatWasAllowedForTheMoment() throws Exception {
        Pending first = ask("page-1", Operation.SIGN);
        windows.take().complete(Answer.ONCE);
        first.passes();

        desk.forget(SITE.origin(), Operation.RENEW);
        ask("page-1", Operation.SIGN).passes();
        desk.forget(SITE.origin(), null);

        Pending again = ask("page-1", Operation.SIGN);
        windows.take().complete(Answer.NO);
        again.endsWith(ErrorCode.CONSENT_REFUSED);
    }

    private Pending ask(String document, Operation operation) {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        RunningTask task = new RunningTask(SITE, Language.RU, cancellation, ProgressListener.none());
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                desk.require(task, SITE, document, operation);
                outcome.complete(null);
            } catch (Fault fault) {
                outcome.completeExceptionally(fault);
            }
        });
        return new Pending(cancellation, outcome, thread);
    }

    private record Pending(Cancellation cancellation, CompletableFuture<Void> outcome, Thread thread) {
        void passes() throws Exception {
            outcome.get();
        }

        void isWaiting() {
            await().until(() -> thread.getState() == Thread.State.WAITING);
        }

        void endsWith(ErrorCode code) {
            assertThatThrownBy(outcome::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
        }
    }
}
