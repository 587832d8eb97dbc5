// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.PinState;
import org.obnova.host.storage.Purpose;
import org.obnova.host.task.Language;
import org.obnova.host.task.Task;

/**
 * Asks the person for a token's PIN, and tells what the token says of it; in the host's own windows only. Each method blocks until the person has
 * answered. Each throws {@code CANCELLED} when the person or the task gives up, and {@code NO_DISPLAY}.
 */
public interface PinPrompt {
    /**
     * The token, as the windows show it.
     *
     * @param product what it is, for people, e.g. «Рутокен ЭЦП»
     * @param label its own name
     * @param serial its serial number
     * @param state read from the token just before
     * @param factoryPin the maker's published default, to be shown as a hint where the state is {@code FACTORY}; never tried by the host
     * @param minLength of a PIN in octets of UTF-8; 0 where the token does not tell
     * @param maxLength of a PIN in octets of UTF-8; {@link Integer#MAX_VALUE} where the token does not tell
     */
    record Medium(
            String product,
            String label,
            String serial,
            PinState state,
            @Nullable String factoryPin,
            int minLength,
            int maxLength,
            Unblock unblock) {
        /** Checks the lengths. */
        public Medium {
            if (minLength < 0 || maxLength < 1 || minLength > maxLength) {
                throw new IllegalArgumentException("lengths of a PIN: " + minLength + " to " + maxLength);
            }
        }

        /** Whether a PIN of so many octets of UTF-8 can be right. */
        public boolean fits(int length) {
            return length > 0 && length >= minLength && length <= maxLength;
        }
    }

    /** How this maker's tokens are unblocked: one or two sentences. */
    record Unblock(String ru, String en) {
        /** In the language of the window. */
        public String in(Language language) {
            return language == Language.RU ? ru : en;
        }
    }

    /**
     * What the window says.
     *
     * @param holder whose key, e.g. the common name; empty before there is one
     * @param wrongBefore how many wrong PINs were entered in this task
     * @param misfit the PIN entered just before was shorter or longer than the token's can be; it was not tried
     * @param entriesLeast how often the PIN will be asked for in one renewal, at least
     * @param entriesMost the same, at most
     */
    record Question(
            Medium medium,
            Purpose purpose,
            String holder,
            int wrongBefore,
            boolean misfit,
            Remember remember,
            int entriesLeast,
            int entriesMost) {}

    /** What the window says of remembering the PIN. */
    enum Remember {
        /** Nothing: it is of no use here. */
        OFF,
        /** A tick, not set. */
        ALLOWED,
        /** A tick, set: a PIN is remembered and was not used this time. Taking the tick away forgets it. */
        REMEMBERED,
        /** The administrator forbids it. */
        FORBIDDEN_BY_POLICY,
        /** The system's store of passwords is not there or is locked. */
        UNAVAILABLE
    }

    /**
     * What the person entered.
     *
     * @param remember whether the tick is set
     */
    record Entered(Secret pin, boolean remember) implements AutoCloseable {
        @Override
        public void close() {
            pin.close();
        }
    }

    /** Why a PIN is changed. */
    enum Why {
        /** The person wants it. */
        WISH,
        /** It is the maker's default. */
        FACTORY,
        /** The token takes it no more. */
        EXPIRED
    }

    /**
     * What the person entered for a change.
     *
     * @param current the present PIN
     * @param fresh the new one, entered twice alike
     */
    record Change(Secret current, Secret fresh) implements AutoCloseable {
        @Override
        public void close() {
            current.close();
            fresh.close();
        }
    }

    /** The window that is open while the PIN is entered on the device's own keypad. Closing it twice is harmless. */
    interface PadWait extends AutoCloseable {
        /** Completes when the person gives up in the window; else never. */
        CompletableFuture<Void> givenUp();

        @Override
        void close();
    }

    /**
     * Asks for the PIN.
     *
     * @return to be closed by the caller
     */
    Entered enter(Task task, Question question);

    /** A page of its own before the last try: returns when the person wants to go on. */
    void confirmLastTry(Task task, Medium medium);

    /** Tells that the PIN is locked and how it is unblocked; returns when the person has read it. */
    void tellLocked(Task task, Medium medium);

    /**
     * Tells that the system's store of passwords refused to forget the PIN, that the host does not use it any more, and how it is removed there; returns when
     * the person has read it.
     */
    void tellNotForgotten(Task task, Medium medium);

    /**
     * Opens the window that sends the person to the device's own keypad, and returns at once.
     *
     * @param purpose {@code CHANGE_PIN}: the present PIN and, twice, the new one are entered there
     */
    PadWait pad(Task task, Medium medium, Purpose purpose);

    /**
     * The maker's default is in use: change it now?
     *
     * @return false: later
     */
    boolean offerChange(Task task, Medium medium);

    /**
     * Asks for the present PIN and, twice, for the new one.
     *
     * @param wrongBefore how often the present PIN was entered wrongly in this task
     * @return to be closed by the caller
     */
    Change change(Task task, Medium medium, Why why, int wrongBefore);
}
