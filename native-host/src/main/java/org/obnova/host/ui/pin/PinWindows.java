// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.pin;

import java.util.concurrent.CompletableFuture;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.token.pin.PinPrompt;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;
import org.obnova.host.ui.frame.OpenWindow;
import org.obnova.host.ui.frame.WindowTurns;

/** Asks for PINs in windows. */
public final class PinWindows implements PinPrompt {
    private final WindowTurns turns;

    /**
     * @param turns lets one window at a time be open
     */
    public PinWindows(WindowTurns turns) {
        this.turns = turns;
    }

    @Override
    public Entered enter(Task task, Question question) {
        return turns.show(task, Step.PIN, answer -> new PinSheet(task.language(), question));
    }

    @Override
    public void confirmLastTry(Task task, Medium medium) {
        turns.<Boolean>show(task, Step.PIN, answer -> Page.lastTry(task.language(), medium));
    }

    @Override
    public void tellLocked(Task task, Medium medium) {
        turns.<Boolean>show(task, Step.PIN, answer -> Page.locked(task.language(), medium));
    }

    @Override
    public void tellNotForgotten(Task task, Medium medium) {
        turns.<Boolean>show(task, Step.PIN, answer -> Page.notForgotten(task.language(), medium));
    }

    @Override
    public PadWait pad(Task task, Medium medium, Purpose purpose) {
        return new OpenPad(turns.open(task, Step.PIN, answer -> Page.pad(task.language(), medium, purpose)));
    }

    @Override
    public boolean offerChange(Task task, Medium medium) {
        return turns.<Boolean>show(task, Step.PIN, answer -> Page.factory(task.language(), medium));
    }

    @Override
    public Change change(Task task, Medium medium, Why why, int wrongBefore) {
        return turns.show(task, Step.PIN, answer -> new ChangeSheet(task.language(), medium, why, wrongBefore));
    }

    /** The window that waits for the keypad. */
    private static final class OpenPad implements PadWait {
        private final OpenWindow<Boolean> window;
        private final CompletableFuture<Void> givenUp = new CompletableFuture<>();

        OpenPad(OpenWindow<Boolean> window) {
            this.window = window;
            CompletableFuture<Boolean> _ = window.answer().whenComplete((value, failure) -> {
                if (failure instanceof Fault fault && fault.code() == ErrorCode.CANCELLED) {
                    givenUp.complete(null);
                }
            });
        }

        @Override
        public CompletableFuture<Void> givenUp() {
            return givenUp;
        }

        @Override
        public void close() {
            window.close();
        }
    }
}
