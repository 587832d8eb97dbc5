// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.token.wire.Answer;
import org.obnova.host.storage.token.wire.Answers;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.Calls;
import org.obnova.host.storage.token.wire.Frame;
import org.obnova.host.storage.token.wire.MalformedFrameException;

/** One driver process, from its start to its end. One call at a time. */
final class DriverProcess {
    /** What it said before its end may still lie in the pipe. */
    private static final Duration LAST_READING = Duration.ofMillis(300);

    private static final Duration LAST_WORK = Duration.ofSeconds(1);

    private final Process process;
    private final OutputStream to;
    private final Listener listener;
    private final CompletableFuture<Answer> start = new CompletableFuture<>();
    private final AtomicReference<@Nullable Ended> end = new AtomicReference<>();
    private volatile CompletableFuture<Answer> awaited = start;

    /** Why a process is no more. */
    enum Cause {
        /** It ended by itself, or sent what nobody understands. */
        CRASHED,
        /** It did not answer in time. */
        HUNG,
        /** We ended it. */
        LET_GO
    }

    /** A process that is no more, thrown to whoever waits for its answer. */
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Cause why;

        private Ended(Cause why) {
            super(why.name());
            this.why = why;
        }

        Cause why() {
            return why;
        }
    }

    /** What is heard without being asked for; told on the thread that reads. */
    interface Listener {
        void slotsChanged();

        void ended(Cause why);
    }

    private DriverProcess(Process process, Listener listener) {
        this.process = process;
        this.to = process.getOutputStream();
        this.listener = listener;
    }

    /** Starts it; what it says first is {@link #started}. */
    static DriverProcess start(LaunchCommand command, Path library, Listener listener) throws IOException {
        DriverProcess driver = new DriverProcess(command.start(library), listener);
        Thread.ofPlatform().daemon().name("driver").start(driver::readAll);
        // A child of the vendor's library may hold the pipe open after the end.
        var _ = driver.process
                .onExit()
                .thenRunAsync(
                        () -> driver.end(Cause.CRASHED),
                        CompletableFuture.delayedExecutor(LAST_READING.toMillis(), TimeUnit.MILLISECONDS));
        return driver;
    }

    /**
     * Waits until it is ready.
     *
     * @return {@link Answer.Started} or {@link Answer.NotStarted}
     */
    Answer started(Duration patience) {
        return await(start, patience, false, () -> {});
    }

    /** Has it do something. What waits at a keypad ends with the process when the thread is interrupted. */
    Answer exchange(Call<?> call, Duration patience) throws MalformedFrameException {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        awaited = answer;
        Ended before = end.get();
        if (before != null) {
            throw before;
        }
        var tooLarge = new AtomicReference<@Nullable MalformedFrameException>();
        Answer answered = await(answer, patience, call.atKeypad(), () -> {
            try {
                Calls.write(call, to);
            } catch (MalformedFrameException e) {
                tooLarge.set(e);
                answer.complete(new Answer.Started());
            } catch (IOException e) {
                end(Cause.CRASHED);
            }
        });
        MalformedFrameException refused = tooLarge.get();
        if (refused != null) {
            throw refused;
        }
        return answered;
    }

    /** The clock runs from before the sending: a process that reads nothing blocks it. */
    private Answer await(CompletableFuture<Answer> answer, Duration patience, boolean interruptible, Runnable sending) {
        var _ = answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).whenComplete((done, failure) -> {
            if (failure instanceof TimeoutException) {
                end(Cause.HUNG);
            }
        });
        sending.run();
        try {
            return interruptible ? interruptibly(answer) : answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                end(Cause.HUNG);
            }
            throw endedOr(e);
        }
    }

    private Answer interruptibly(CompletableFuture<Answer> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            end(Cause.LET_GO);
            Thread.currentThread().interrupt();
            return answer.join();
        }
    }

    private RuntimeException endedOr(CompletionException other) {
        Ended ended = end.get();
        return ended == null ? other : ended;
    }

    boolean isAlive() {
        return end.get() == null;
    }

    /** Ends it at once. */
    void kill(Cause why) {
        end(why);
    }

    /**
     * Lets it finalise its module, for a moment; then ends it.
     *
     * @return completed when the process is no more
     */
    CompletableFuture<?> close() {
        if (end.compareAndSet(null, new Ended(Cause.LET_GO))) {
            try {
                to.close();
            } catch (IOException e) {
                process.destroyForcibly();
            }
            fail(new Ended(Cause.LET_GO));
        }
        CompletableFuture<Process> gone = process.onExit();
        return gone.copy()
                .orTimeout(LAST_WORK.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(late -> {
                    process.destroyForcibly();
                    return gone;
                });
    }

    private void end(Cause why) {
        Ended ended = new Ended(why);
        if (end.compareAndSet(null, ended)) {
            process.destroyForcibly();
            fail(ended);
            listener.ended(why);
        }
    }

    private void fail(Ended ended) {
        start.completeExceptionally(ended);
        awaited.completeExceptionally(ended);
    }

    private void readAll() {
        try (InputStream from = process.getInputStream()) {
            while (true) {
                Frame frame = Frame.readFrom(from);
                if (frame == null) {
                    break;
                }
                accept(Answers.read(frame));
            }
        } catch (IOException e) {
            end(Cause.CRASHED); // Most often it is the end, in the middle of something.
        }
        end(Cause.CRASHED);
    }

    private void accept(Answer answer) throws MalformedFrameException {
        switch (answer) {
            case Answer.SlotsChanged ignored -> listener.slotsChanged();
            case Answer.Started ignored -> start.complete(answer);
            case Answer.NotStarted ignored -> {
                start.complete(answer);
                end(Cause.LET_GO);
            }
            case Answer.Result ignored -> awaited.complete(answer);
            case Answer.Refusal ignored -> awaited.complete(answer);
        }
    }
}
