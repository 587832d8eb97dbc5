// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.task;

import java.util.concurrent.CompletableFuture;

/** One piece of work under way. Implementations are safe for use by several threads. */
public interface Task {
    /** Who asked. */
    Requester requester();

    /** The language of windows and texts. */
    Language language();

    /** Tells that the person is awaited at this step. */
    void waiting(Step step);

    /**
     * Tells how far the work is.
     *
     * @param done from 0 to {@code total}
     */
    void progress(Step step, int done, int total);

    /**
     * Waits for the person's answer. When the task is cancelled first, the future is cancelled (so that a window can close itself).
     *
     * @throws org.obnova.host.fault.Fault {@code CANCELLED} when the task is cancelled; the fault with which the future failed
     */
    <T> T await(CompletableFuture<T> answer);

    /**
     * Between steps: ends a cancelled task.
     *
     * @throws org.obnova.host.fault.Fault {@code CANCELLED}
     */
    void checkpoint();

    /**
     * From here to {@link Uncancellable#close()} the task is past cancelling, because it writes: {@code cancel} answers false and changes nothing.
     *
     * @throws org.obnova.host.fault.Fault {@code CANCELLED} when it was cancelled before
     */
    Uncancellable writing();

    /** The end of a stretch that cannot be cancelled. */
    interface Uncancellable extends AutoCloseable {
        @Override
        void close();
    }
}
