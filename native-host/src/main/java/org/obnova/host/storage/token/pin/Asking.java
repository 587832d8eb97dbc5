// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.PinState;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.token.ckr.Ckr;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.pin.PinPrompt.Change;
import org.obnova.host.storage.token.pin.PinPrompt.Entered;
import org.obnova.host.storage.token.pin.PinPrompt.Medium;
import org.obnova.host.storage.token.pin.PinPrompt.Question;
import org.obnova.host.storage.token.pin.PinPrompt.Remember;
import org.obnova.host.storage.token.pin.PinPrompt.Why;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** One asking for a PIN, from the first window to the token's consent. */
final class Asking {
    private final PinPrompt prompt;
    private final Remembering remembering;
    private final Task task;
    private final PinToken token;
    private final PinUse use;
    private final Keypad keypad;

    private PinFacts facts;
    private int wrong;
    private boolean misfit;
    private boolean lastTryConfirmed;

    /**
     * Begins.
     *
     * @param facts read just before
     * @throws Fault {@code PIN_LOCKED}, {@code PIN_NOT_SET}, {@code TOKEN_NOT_READY}
     */
    Asking(PinPrompt prompt, Remembering remembering, Task task, PinToken token, PinUse use, PinFacts facts) {
        this.prompt = prompt;
        this.remembering = remembering;
        this.task = task;
        this.token = token;
        this.use = use;
        this.keypad = new Keypad(prompt, task);
        this.facts = checked(facts);
    }

    String tokenId() {
        return token.id();
    }

    /** As read last. */
    PinFacts facts() {
        return facts;
    }

    /**
     * Reads what the token tells, and goes no further where no try may be spent.
     *
     * @throws Fault {@code PIN_LOCKED}, {@code PIN_NOT_SET}, {@code TOKEN_NOT_READY}
     */
    private void read() {
        facts = checked(token.facts());
    }

    private PinFacts checked(PinFacts facts) {
        if (!facts.prepared()) {
            throw new Fault(ErrorCode.TOKEN_NOT_READY, "CKF_TOKEN_INITIALIZED is not set");
        }
        if (facts.state() == PinState.LOCKED) {
            prompt.tellLocked(task, facts.medium());
            throw new Fault(ErrorCode.PIN_LOCKED, "CKF_USER_PIN_LOCKED");
        }
        if (facts.state() == PinState.NOT_SET) {
            throw new Fault(ErrorCode.PIN_NOT_SET, "CKF_USER_PIN_INITIALIZED is not set");
        }
        return facts;
    }

    /** Has a PIN tried until the token takes one or something else ends it. */
    <T> T ask(PinUse.Attempt<T> attempt) {
        boolean remembered = true;
        while (true) {
            try {
                Optional<T> done = remembered ? withRemembered(attempt) : Optional.empty();
                remembered = false;
                if (done.isEmpty()) {
                    done = facts.pad() ? Optional.of(onKeypad(use.purpose(), attempt)) : inWindow(attempt);
                }
                if (done.isPresent()) {
                    return done.get();
                }
            } catch (CkrException e) {
                if (e.meaning() == Ckr.Meaning.PIN_EXPIRED) {
                    read();
                    try (Secret fresh = change(Why.EXPIRED)) {
                        return once(fresh, attempt);
                    }
                }
                askedAnewAfter(e);
                wrong += remembered ? 0 : 1;
                remembered = false;
            }
            read();
        }
    }

    /** Takes a PIN to the token that it has just accepted as its new one. */
    <T> T once(Secret pin, PinUse.Attempt<T> attempt) {
        read();
        try {
            return facts.pad() ? onKeypad(use.purpose(), attempt) : attempt.with(pin);
        } catch (CkrException e) {
            throw PinFaults.of(e);
        }
    }

    /**
     * Has the PIN changed; the new one is closed by the caller, and is empty where it was entered on the device's own keypad.
     *
     * @throws Fault {@code PIN_REFUSED}; {@code PIN_CHANGE_REQUIRED} where the person does not want to change one that has expired
     */
    Secret change(Why why) {
        int wrongBefore = 0;
        while (true) {
            try {
                Optional<Secret> fresh = facts.pad() ? changeOnKeypad() : changeInWindow(why, wrongBefore);
                if (fresh.isPresent()) {
                    remembering.changed(token);
                    return fresh.get();
                }
            } catch (CkrException e) {
                if (e.meaning() == Ckr.Meaning.PIN_REFUSED) {
                    throw PinFaults.refused(facts.medium(), String.valueOf(e.getMessage()));
                }
                askedAnewAfter(e);
            }
            read();
            wrongBefore++;
        }
    }

    private <T> Optional<T> withRemembered(PinUse.Attempt<T> attempt) throws CkrException {
        Optional<Secret> found = remembering.find(token, use, facts);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (Secret pin = found.get()) {
            task.checkpoint();
            boolean taken = false;
            try {
                if (!facts.medium().fits(pin.length())) {
                    return Optional.empty();
                }
                T done = attempt.with(pin);
                taken = true;
                remembering.worked(token, use);
                return Optional.of(done);
            } finally {
                if (!taken) {
                    remembering.failed(token, use);
                }
            }
        }
    }

    /** Empty where the PIN cannot be right and was not tried. */
    private <T> Optional<T> inWindow(PinUse.Attempt<T> attempt) throws CkrException {
        confirmLastTry();
        Remember offered = remembering.offer(token, use, facts);
        task.waiting(Step.PIN);
        PinEntries entries = use.purpose().isOfRenewal() ? facts.entries() : PinEntries.of(false, false);
        Question question = new Question(
                facts.medium(), use.purpose(), use.holder(), wrong, misfit, offered, entries.least(), entries.most());
        try (Entered entered = whileThere(there -> prompt.enter(there, question))) {
            if (!remembering.heed(token, use, offered, entered.remember())) {
                prompt.tellNotForgotten(task, facts.medium());
            }
            misfit = !facts.medium().fits(entered.pin().length());
            if (misfit) {
                return Optional.empty();
            }
            beforeTheTry();
            T done = attempt.with(entered.pin());
            if (entered.remember()) {
                remembering.remember(token, use, offered, facts.medium(), entered.pin());
            }
            return Optional.of(done);
        }
    }

    private <T> T onKeypad(Purpose purpose, PinUse.Attempt<T> attempt) throws CkrException {
        confirmLastTry();
        lastTryConfirmed = false;
        return keypad.during(facts.medium(), purpose, attempt);
    }

    private Optional<Secret> changeOnKeypad() throws CkrException {
        return Optional.of(onKeypad(Purpose.CHANGE_PIN, _ -> {
            token.setPin(null, null);
            return Secret.empty();
        }));
    }

    /** Empty where the present PIN cannot be right and was not tried. */
    private Optional<Secret> changeInWindow(Why why, int wrongBefore) throws CkrException {
        confirmLastTry();
        task.waiting(Step.PIN);
        try (Change change = changeEntered(why, wrongBefore)) {
            Medium medium = facts.medium();
            if (!medium.fits(change.fresh().length())) {
                throw PinFaults.refused(
                        medium, "the new PIN has " + change.fresh().length() + " octets");
            }
            if (!medium.fits(change.current().length())) {
                return Optional.empty();
            }
            beforeTheTry();
            token.setPin(change.current(), change.fresh());
            return Optional.of(change.fresh().duplicate());
        }
    }

    private Change changeEntered(Why why, int wrongBefore) {
        try {
            return whileThere(there -> prompt.change(there, facts.medium(), why, wrongBefore));
        } catch (Fault e) {
            if (e.code() == ErrorCode.CANCELLED && why == Why.EXPIRED) {
                task.checkpoint(); // The task was cancelled, and not the change alone.
                throw new Fault(ErrorCode.PIN_CHANGE_REQUIRED, "CKR_PIN_EXPIRED", e);
            }
            throw e;
        }
    }

    /** The window may have been open for long, and others may have spent tries meanwhile. */
    private void beforeTheTry() {
        read();
        confirmLastTry();
        lastTryConfirmed = false;
        task.checkpoint();
    }

    private void confirmLastTry() {
        if (facts.state() == PinState.LAST_TRY && !lastTryConfirmed) {
            whileThere(there -> {
                prompt.confirmLastTry(there, facts.medium());
                return true;
            });
            lastTryConfirmed = true;
        }
    }

    /** A window for as long as the token is there. */
    private <T> T whileThere(Function<Task, T> window) {
        CompletableFuture<Boolean> gone = new CompletableFuture<>();
        try (PinToken.Watch _ = token.watch(() -> gone.complete(true))) {
            return window.apply(new WhileThere(task, gone));
        }
    }

    /** Returns where the person is to enter another PIN. */
    private void askedAnewAfter(CkrException e) {
        switch (e.meaning()) {
            case PIN_WRONG -> {}
            case PIN_REFUSED -> misfit = true;
            case PIN_LOCKED -> {
                prompt.tellLocked(task, facts.medium());
                throw PinFaults.of(e);
            }
            default -> throw PinFaults.of(e);
        }
    }
}
