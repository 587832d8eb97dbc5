// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.inventory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.driver.Driver;
import org.obnova.host.storage.token.module.FoundModule;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.SlotFacts;

/**
 * Asks one module for its slots, one question at a time. Who waits for the answer gives up after a while and takes the answer before it; the question
 * stays, and its late answer is told.
 */
final class ModuleListing {
    /** How long a module that has failed is left in peace. */
    static final Duration PEACE = Duration.ofSeconds(10);

    private final FoundModule module;
    private final Driver driver;
    private final LongSupplier nanoTime;
    private final Runnable late;

    private @Nullable CompletableFuture<Answer> pending;
    private long asked;
    private boolean givenUp;
    private @Nullable Answer last;
    private Driver.@Nullable Subscription subscription;

    /** What a module answers. */
    sealed interface Answer {
        /** Its slots, as that process of the driver told them. */
        record Slots(long generation, List<SlotFacts> slots) implements Answer {}

        /** Nothing, and why. */
        record Failed(NotListed why) implements Answer {}
    }

    /**
     * @param late is run when an answer comes that somebody no longer waits for
     */
    ModuleListing(FoundModule module, Driver driver, LongSupplier nanoTime, Runnable late) {
        this.module = module;
        this.driver = driver;
        this.nanoTime = nanoTime;
        this.late = late;
    }

    FoundModule module() {
        return module;
    }

    Driver driver() {
        return driver;
    }

    /** Asks, unless a question is open or the module has just failed. */
    synchronized void ask() {
        if (pending != null && !pending.isDone()) {
            return;
        }
        if (isFailed() && nanoTime.getAsLong() - asked < PEACE.toNanos()) {
            return;
        }
        CompletableFuture<Answer> question = new CompletableFuture<>();
        pending = question;
        asked = nanoTime.getAsLong();
        givenUp = false;
        Thread.ofVirtual().name("listing").start(() -> answered(question, slots()));
    }

    /**
     * The answer, or the one before where it does not come in time.
     *
     * @param patience how long after the question it is waited for
     */
    Answer answer(Duration patience) {
        CompletableFuture<Answer> question;
        long left;
        synchronized (this) {
            question = pending;
            left = asked + patience.toNanos() - nanoTime.getAsLong();
        }
        if (question != null) {
            try {
                return question.get(Math.max(0, left), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (TimeoutException | ExecutionException e) {
                return before();
            }
        }
        return before();
    }

    /** Whether the module failed and may be asked again. */
    synchronized boolean isWorthAnotherTry() {
        return isFailed() && nanoTime.getAsLong() - asked >= PEACE.toNanos();
    }

    /** Something happened: a module that failed deserves another look at once. */
    synchronized void forgive() {
        asked = nanoTime.getAsLong() - PEACE.toNanos();
    }

    synchronized void watch(Driver.Listener listener) {
        if (subscription == null) {
            subscription = driver.onEvent(listener);
        }
    }

    synchronized void unwatch() {
        Driver.Subscription present = subscription;
        if (present != null) {
            present.close();
            subscription = null;
        }
    }

    private boolean isFailed() {
        return (pending == null || pending.isDone()) && last instanceof Answer.Failed;
    }

    private synchronized Answer before() {
        givenUp = pending != null && !pending.isDone();
        Answer known = last;
        return known == null || (givenUp && known instanceof Answer.Failed)
                ? new Answer.Failed(Troubles.starting(module.name()))
                : known;
    }

    private void answered(CompletableFuture<Answer> question, Answer answer) {
        boolean tell;
        synchronized (this) {
            last = answer;
            asked = answer instanceof Answer.Failed ? nanoTime.getAsLong() : asked;
            tell = givenUp;
        }
        question.complete(answer);
        if (tell) {
            late.run();
        }
    }

    private Answer slots() {
        try {
            List<SlotFacts> slots = driver.call(new Call.Slots());
            return new Answer.Slots(driver.generation(), slots);
        } catch (CkrException e) {
            return new Answer.Failed(Troubles.of(module.name(), e));
        } catch (Fault e) {
            // An abandoned process has told nothing about the module.
            return e.code() == ErrorCode.CANCELLED
                    ? new Answer.Slots(driver.generation(), List.of())
                    : new Answer.Failed(Troubles.of(module.name(), e));
        }
    }
}
