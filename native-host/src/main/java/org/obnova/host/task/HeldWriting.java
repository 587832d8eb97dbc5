// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.task;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A task whose first stretch of writing lasts until this is closed: what is noted down about a write belongs to it, and a task that was
 * cancelled in between would be told so although its work is done. Used by one thread.
 */
public final class HeldWriting implements Task, AutoCloseable {
    private final Task task;
    private @Nullable Uncancellable held;

    /** Nothing is held yet. */
    public HeldWriting(Task task) {
        this.task = task;
    }

    @Override
    public Requester requester() {
        return task.requester();
    }

    @Override
    public Language language() {
        return task.language();
    }

    @Override
    public void waiting(Step step) {
        task.waiting(step);
    }

    @Override
    public void progress(Step step, int done, int total) {
        task.progress(step, done, total);
    }

    @Override
    public <T> T await(CompletableFuture<T> answer) {
        return task.await(answer);
    }

    @Override
    public void checkpoint() {
        task.checkpoint();
    }

    @Override
    public Uncancellable writing() {
        if (held == null) {
            held = task.writing();
        }
        return () -> {};
    }

    @Override
    public void close() {
        if (held != null) {
            held.close();
            held = null;
        }
    }
}
