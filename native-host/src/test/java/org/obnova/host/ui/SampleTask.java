// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.task.Language;
import org.obnova.host.task.Requester;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** A task of a site, which the gallery cancels. */
final class SampleTask implements Task {
    private final Language language;
    private final CompletableFuture<Void> cancelled = new CompletableFuture<>();
    private final CompletableFuture<String> device = new CompletableFuture<>();

    SampleTask(Language language) {
        this.language = language;
    }

    /** Completes when the gallery is told that the device has answered. */
    CompletableFuture<String> deviceAnswers() {
        return device;
    }

    void cancel() {
        cancelled.complete(null);
    }

    @Override
    public Requester requester() {
        return new Requester.Site(
                "https://extern.example", language == Language.RU ? "Экстерн (демо)" : "Extern (demo)");
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public void waiting(Step step) {
        WindowGallery.say("waiting " + step);
    }

    @Override
    public void progress(Step step, int done, int total) {}

    @Override
    public <T> T await(CompletableFuture<T> answer) {
        CompletableFuture<Void> end = cancelled.thenRun(() -> answer.cancel(false));
        try {
            return answer.join();
        } catch (CancellationException e) {
            throw new Fault(ErrorCode.CANCELLED, "cancelled", e);
        } catch (CompletionException e) {
            if (e.getCause() instanceof Fault fault) {
                throw fault;
            }
            throw e;
        } finally {
            end.cancel(false);
        }
    }

    @Override
    public void checkpoint() {
        if (cancelled.isDone()) {
            throw new Fault(ErrorCode.CANCELLED, "cancelled");
        }
    }

    @Override
    public Uncancellable writing() {
        return () -> {};
    }
}
