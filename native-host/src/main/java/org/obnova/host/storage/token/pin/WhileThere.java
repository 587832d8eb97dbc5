// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import java.util.concurrent.CompletableFuture;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.task.Language;
import org.obnova.host.task.Requester;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/**
 * A task whose windows close when the token is pulled out: a PIN that is typed then would reach nothing.
 *
 * @param gone completes when the token is pulled out
 */
record WhileThere(Task task, CompletableFuture<?> gone) implements Task {
    @Override
    public <T> T await(CompletableFuture<T> answer) {
        var _ = gone.thenRun(() -> answer.completeExceptionally(
                new Fault(ErrorCode.TOKEN_REMOVED, "pulled out while its PIN was asked for")));
        return task.await(answer);
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
    public void checkpoint() {
        task.checkpoint();
    }

    @Override
    public Uncancellable writing() {
        return task.writing();
    }
}
