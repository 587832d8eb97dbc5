// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.task;

import java.util.concurrent.CompletableFuture;

/**
 * A task under way.
 *
 * @param cancellation shared with whoever may cancel it
 */
public record RunningTask(Requester requester, Language language, Cancellation cancellation, ProgressListener listener)
        implements Task {
    @Override
    public void waiting(Step step) {
        listener.waiting(step);
    }

    @Override
    public void progress(Step step, int done, int total) {
        if (total <= 0 || done < 0 || done > total) {
            throw new IllegalArgumentException("progress " + done + " of " + total);
        }
        listener.progress(step, done, total);
    }

    @Override
    public <T> T await(CompletableFuture<T> answer) {
        return cancellation.await(answer);
    }

    @Override
    public void checkpoint() {
        cancellation.checkpoint();
    }

    @Override
    public Uncancellable writing() {
        return cancellation.writing();
    }
}
