// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.person;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.Language;
import org.obnova.host.task.Requester;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** A task of a site, which can be cancelled and remembers its steps. */
public final class FakeTask implements Task {
    private final Cancellation cancellation = new Cancellation();
    private final List<Step> steps = new CopyOnWriteArrayList<>();

    /** The steps told of, repeated ones once each time. */
    public List<Step> steps() {
        return steps;
    }

    /** As the protocol's {@code cancel}. */
    public boolean cancel() {
        return cancellation.cancel();
    }

    @Override
    public Requester requester() {
        return new Requester.Site("https://ca.example", "CA");
    }

    @Override
    public Language language() {
        return Language.EN;
    }

    @Override
    public void waiting(Step step) {
        steps.add(step);
    }

    @Override
    public void progress(Step step, int done, int total) {
        if (done < 0 || done > total) {
            throw new IllegalArgumentException("progress out of bounds");
        }
        steps.add(step);
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
