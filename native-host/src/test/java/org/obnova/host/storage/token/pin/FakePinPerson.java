// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.Purpose;
import org.obnova.host.task.Task;

/** A person at the windows for PINs, who answers as told and gives up when nothing is left to answer. */
public final class FakePinPerson implements PinPrompt {
    /** The windows in their order: what each is and the token's state in it. */
    public final List<String> windows = new ArrayList<>();

    /** The questions for a PIN. */
    public final List<Question> questions = new ArrayList<>();

    private final Deque<String> pins = new ArrayDeque<>();
    private final Deque<String[]> changes = new ArrayDeque<>();
    private final CompletableFuture<Void> padGivenUp = new CompletableFuture<>();
    private boolean ticks;
    private boolean changesFactoryPin;
    private boolean shrinksFromLastTry;
    private Runnable beforeEntering = () -> {};
    private boolean staysAway;

    /** Enters these PINs, one a window. */
    public FakePinPerson enters(String... entered) {
        pins.addAll(List.of(entered));
        return this;
    }

    /** Changes this PIN into that. */
    public FakePinPerson changes(String present, String fresh) {
        changes.add(new String[] {present, fresh});
        return this;
    }

    /** Leaves the tick of remembering set. */
    public FakePinPerson ticks() {
        ticks = true;
        return this;
    }

    /** Takes the tick of remembering away. */
    public FakePinPerson unticks() {
        ticks = false;
        return this;
    }

    /** Says yes to changing the maker's default. */
    public FakePinPerson changesFactoryPin() {
        changesFactoryPin = true;
        return this;
    }

    /** Gives up before a last try. */
    public FakePinPerson shrinksFromLastTry() {
        shrinksFromLastTry = true;
        return this;
    }

    /** Gives up in the window of the keypad, once that has happened. */
    public FakePinPerson givesUpAtThePad(CompletableFuture<?> after) {
        var _ = after.thenRun(() -> padGivenUp.complete(null));
        return this;
    }

    /** Leaves the window open. */
    public FakePinPerson staysAway() {
        staysAway = true;
        return this;
    }

    /** Something happens while the window is open. */
    public FakePinPerson meanwhile(Runnable happening) {
        beforeEntering = happening;
        return this;
    }

    @Override
    public Entered enter(Task task, Question question) {
        windows.add("enter " + question.medium().state());
        questions.add(question);
        beforeEntering.run();
        if (staysAway) {
            task.await(new CompletableFuture<>());
        }
        return new Entered(secret(next(pins)), ticks);
    }

    @Override
    public void confirmLastTry(Task task, Medium medium) {
        windows.add("last try " + medium.state());
        if (shrinksFromLastTry) {
            throw new Fault(ErrorCode.CANCELLED, "shrinks");
        }
    }

    @Override
    public void tellLocked(Task task, Medium medium) {
        windows.add("locked");
    }

    @Override
    public void tellNotForgotten(Task task, Medium medium) {
        windows.add("not forgotten");
    }

    @Override
    public PadWait pad(Task task, Medium medium, Purpose purpose) {
        windows.add("pad " + purpose);
        return new PadWait() {
            @Override
            public CompletableFuture<Void> givenUp() {
                return padGivenUp;
            }

            @Override
            public void close() {
                windows.add("pad closed");
            }
        };
    }

    @Override
    public boolean offerChange(Task task, Medium medium) {
        windows.add("offer " + medium.state());
        return changesFactoryPin;
    }

    @Override
    public Change change(Task task, Medium medium, Why why, int wrongBefore) {
        windows.add("change " + why + " " + wrongBefore);
        String[] change = next(changes);
        return new Change(secret(change[0]), secret(change[1]));
    }

    private static <T> T next(Deque<T> answers) {
        if (answers.isEmpty()) {
            throw new Fault(ErrorCode.CANCELLED, "the person gives up");
        }
        return answers.remove();
    }

    private static Secret secret(String text) {
        return Secret.ofPassword(text.toCharArray());
    }
}
