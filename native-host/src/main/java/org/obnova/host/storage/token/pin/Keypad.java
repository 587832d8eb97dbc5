// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.pin.PinPrompt.Medium;
import org.obnova.host.storage.token.pin.PinPrompt.PadWait;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** Waits for a PIN that is entered on the device's own keypad (CKF_PROTECTED_AUTHENTICATION_PATH), with a window open that says so. */
final class Keypad {
    private final PinPrompt prompt;
    private final Task task;

    Keypad(PinPrompt prompt, Task task) {
        this.prompt = prompt;
        this.task = task;
    }

    private record Outcome<T>(@Nullable T value, @Nullable CkrException failure) {}

    /**
     * Makes the call that waits for the keypad.
     *
     * @throws Fault {@code CANCELLED} when the person gives up in the window; {@code PIN_PAD_FAILED} when it is given up, or not come to, at the device
     */
    <T> T during(Medium medium, Purpose purpose, PinUse.Attempt<T> call) throws CkrException {
        task.waiting(Step.PIN);
        CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();
        Thread caller = Thread.ofVirtual()
                .name("keypad")
                .unstarted(() -> outcome.completeAsync(() -> outcome(call), Runnable::run));
        try (PadWait window = prompt.pad(task, medium, purpose)) {
            caller.start();
            var _ = window.givenUp()
                    .thenRun(() -> outcome.completeExceptionally(
                            new Fault(ErrorCode.CANCELLED, "given up in the window of the keypad")));
            return value(task.await(outcome));
        } catch (Fault e) {
            if (e.code() == ErrorCode.CANCELLED) {
                caller.interrupt(); // The device may wait for the PIN for minutes, and the module with it.
            }
            throw e.code() == ErrorCode.DRIVER_HANGS
                    ? new Fault(ErrorCode.PIN_PAD_FAILED, "the device waited in vain", e)
                    : e;
        }
    }

    private static <T> Outcome<T> outcome(PinUse.Attempt<T> call) {
        try {
            return new Outcome<>(call.with(null), null);
        } catch (CkrException e) {
            return new Outcome<>(null, e);
        }
    }

    private static <T> T value(Outcome<T> outcome) throws CkrException {
        CkrException failure = outcome.failure();
        T value = outcome.value();
        if (failure != null) {
            throw failure;
        }
        return Objects.requireNonNull(value);
    }
}
