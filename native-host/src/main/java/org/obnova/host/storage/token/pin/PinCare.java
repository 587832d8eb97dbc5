// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.PinState;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.token.ckr.Ckr;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.pin.PinPrompt.Why;
import org.obnova.host.task.Task;

/**
 * Logs in to tokens with care. What the token tells of its PIN is read before each try; the person enters each PIN, and a wrong one is asked for anew, never
 * tried again by the host. One for the whole host. For use by several threads.
 */
public final class PinCare {
    private final PinPrompt prompt;
    private final Remembering remembering;
    private final Logins logins;
    private final Set<String> changePutOff = new HashSet<>();

    /** Asks through this port, and remembers where that is allowed. */
    public PinCare(PinPrompt prompt, Remembering remembering, Logins logins) {
        this.prompt = prompt;
        this.remembering = remembering;
        this.logins = logins;
    }

    /**
     * Has the token logged in for this task, by asking for the PIN where there is no login that the task may use. To be called before
     * {@link Task#writing()}.
     *
     * @return to be closed when this piece of work is through with the token
     * @throws org.obnova.host.fault.Fault {@code CANCELLED}, {@code NO_DISPLAY}, {@code PIN_LOCKED}, {@code PIN_NOT_SET}, {@code PIN_CHANGE_REQUIRED},
     *     {@code PIN_REFUSED}, {@code PIN_PAD_FAILED}, {@code TOKEN_NOT_READY}, {@code TOKEN_REMOVED}, {@code TOKEN_FAILED}, {@code STORAGE_BUSY}, and
     *     those of the driver
     */
    public Login login(Task task, PinToken token, PinUse use) {
        try (Logins.Turn turn = logins.turn(task, token, false)) {
            PinFacts facts = token.facts();
            if (!facts.needed() || turn.isLoggedIn(facts.presence())) {
                return turn.use();
            }
            Asking asking = new Asking(prompt, remembering, task, token, use, facts);
            PinUse.Attempt<String> attempt = pin -> {
                String presence = asking.facts().presence();
                logIn(token, pin);
                return presence;
            };
            String presence;
            if (wantsChange(task, asking)) {
                try (Secret fresh = asking.change(Why.FACTORY)) {
                    presence = asking.once(fresh, attempt);
                }
            } else {
                presence = asking.ask(attempt);
            }
            turn.loggedIn(presence);
            return turn.use();
        }
    }

    /**
     * Uses a key that wants the PIN at each use (CKA_ALWAYS_AUTHENTICATE). There is a login already; its lasting does not matter.
     *
     * @param attempt takes the PIN to the token and does with the key what is to be done; called again only after the person has entered another PIN
     * @throws org.obnova.host.fault.Fault as {@link #login}
     */
    public <T> T eachUse(Task task, PinToken token, PinUse use, PinUse.Attempt<T> attempt) {
        try (Logins.Turn _ = logins.turn(task, token, false)) {
            PinUse unremembered = new PinUse(use.purpose(), use.holder(), null);
            return new Asking(prompt, remembering, task, token, unremembered, token.facts()).ask(attempt);
        }
    }

    /**
     * Has the person change the PIN. Remembered ones of this token are forgotten, a login ends.
     *
     * @throws org.obnova.host.fault.Fault as {@link #login}
     */
    public void change(Task task, PinToken token, String holder) {
        try (Logins.Turn turn = logins.turn(task, token, true)) {
            turn.logOut();
            PinFacts facts = token.facts();
            PinUse use = new PinUse(Purpose.CHANGE_PIN, holder, null);
            Asking asking = new Asking(prompt, remembering, task, token, use, facts);
            asking.change(facts.toBeChanged() ? Why.FACTORY : Why.WISH).close();
        }
    }

    private static void logIn(PinToken token, @Nullable Secret pin) throws CkrException {
        try {
            token.login(pin);
        } catch (CkrException e) {
            if (e.meaning() != Ckr.Meaning.ALREADY_LOGGED_IN) {
                throw e;
            }
            // A login that belongs to nobody, and no look was taken at the PIN: whoever could go on with it would need
            // none.
            logOut(token);
            token.login(pin);
        }
    }

    private static void logOut(PinToken token) throws CkrException {
        try {
            token.logout();
        } catch (CkrException e) {
            if (e.meaning() != Ckr.Meaning.NOT_LOGGED_IN) {
                throw e;
            }
        }
    }

    /** The maker's default is in use: the person is asked once as long as this host runs. */
    private boolean wantsChange(Task task, Asking asking) {
        PinFacts facts = asking.facts();
        if (facts.state() != PinState.FACTORY) {
            return false;
        }
        synchronized (changePutOff) {
            if (changePutOff.contains(asking.tokenId())) {
                return false;
            }
        }
        if (prompt.offerChange(task, facts.medium())) {
            return true;
        }
        synchronized (changePutOff) {
            changePutOff.add(asking.tokenId());
        }
        return false;
    }
}
