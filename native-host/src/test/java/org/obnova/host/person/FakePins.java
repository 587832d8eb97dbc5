// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.person;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.token.pin.PinPrompt;
import org.obnova.host.task.Task;

/** A person with the PINs of tokens, who enters one after another and gives up when there is none left; remembers what was shown. */
public final class FakePins implements PinPrompt {
    private final Queue<String> pins = new ArrayDeque<>();
    private final List<String> shown = new CopyOnWriteArrayList<>();

    /** Will be entered next, each once. For a change: the present one and the new one. */
    public synchronized FakePins enters(String... more) {
        pins.addAll(List.of(more));
        return this;
    }

    /** The windows shown, e.g. {@code enter MAKE_REQUEST 1}: the purpose, and how many wrong ones went before. */
    public List<String> shown() {
        return List.copyOf(shown);
    }

    private synchronized Secret next() {
        String pin = pins.poll();
        if (pin == null) {
            throw new Fault(ErrorCode.CANCELLED, "the person gives up");
        }
        return Secret.owning(pin.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Entered enter(Task task, Question question) {
        shown.add("enter " + question.purpose() + " " + question.wrongBefore());
        return new Entered(next(), false);
    }

    @Override
    public void confirmLastTry(Task task, Medium medium) {
        shown.add("last try");
    }

    @Override
    public void tellLocked(Task task, Medium medium) {
        shown.add("locked");
    }

    @Override
    public void tellNotForgotten(Task task, Medium medium) {
        shown.add("not forgotten");
    }

    @Override
    public PadWait pad(Task task, Medium medium, Purpose purpose) {
        shown.add("pad " + purpose);
        CompletableFuture<Void> never = new CompletableFuture<>();
        return new PadWait() {
            @Override
            public CompletableFuture<Void> givenUp() {
                return never;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public boolean offerChange(Task task, Medium medium) {
        shown.add("offer");
        return false;
    }

    @Override
    public Change change(Task task, Medium medium, Why why, int wrongBefore) {
        shown.add("change " + why + " " + wrongBefore);
        return new Change(next(), next());
    }
}
