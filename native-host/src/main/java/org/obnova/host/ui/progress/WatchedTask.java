// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.progress;

import java.awt.EventQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.obnova.host.task.Language;
import org.obnova.host.task.Requester;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/**
 * A task whose steps the window hears of as well.
 *
 * @param sheet empty until the window is open
 */
record WatchedTask(Task task, Steps steps, AtomicReference<@Nullable ProgressSheet> sheet) implements Task {
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
        steps.hear(step, done, total);
        EventQueue.invokeLater(() -> {
            ProgressSheet open = sheet.get();
            if (open != null) {
                open.refresh();
            }
        });
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
        return task.writing();
    }
}
