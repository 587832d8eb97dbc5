// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.token.ckr.Ckr;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.wire.TokenInfo;

/** A token with a PIN of so many tries, as PKCS #11 has it; it can be told to answer otherwise. */
final class FakeToken implements PinToken {
    static final int TRIES = 3;
    static final int SHORTEST = 4;
    static final int LONGEST = 16;

    /** The calls that take a PIN, a login or a logout to the token, in their order. */
    final List<String> calls = new ArrayList<>();

    private final Deque<Object> scripted = new ArrayDeque<>();
    /** Completes when a call waits for somebody to come to the keypad. */
    final CompletableFuture<Boolean> atPad = new CompletableFuture<>();

    /** Completes when a call that waits at the keypad was given up. */
    final CompletableFuture<Boolean> givenUp = new CompletableFuture<>();

    private final List<Runnable> onRemoval = new CopyOnWriteArrayList<>();
    private String pin = "right";
    private String onPad = "";
    private int left = TRIES;
    private long flags = TokenInfo.TOKEN_INITIALIZED | TokenInfo.LOGIN_REQUIRED | TokenInfo.USER_PIN_INITIALIZED;
    private boolean loggedIn;
    private int presence = 1;

    FakeToken flags(long more) {
        flags |= more;
        return this;
    }

    FakeToken without(long less) {
        flags &= ~less;
        return this;
    }

    FakeToken triesLeft(int tries) {
        left = tries;
        return this;
    }

    /** What the person enters on the device's own keypad; empty: nobody comes to it. */
    FakeToken withPad(String entered) {
        onPad = entered;
        return flags(TokenInfo.PROTECTED_AUTHENTICATION_PATH);
    }

    /** The next login answers so, whatever the PIN; no try is spent. */
    FakeToken answers(Ckr... values) {
        scripted.addAll(List.of(values));
        return this;
    }

    /** The next login fails so in the driver. */
    FakeToken fails(ErrorCode code) {
        scripted.add(new Fault(code, "scripted"));
        return this;
    }

    /** Somebody else's program enters wrong PINs. */
    void spend(int tries) {
        left -= tries;
    }

    /** Pulled out and inserted again. */
    void reinsert() {
        presence++;
        loggedIn = false;
    }

    boolean isLoggedIn() {
        return loggedIn;
    }

    int triesLeft() {
        return left;
    }

    long logins() {
        return calls.stream().filter(each -> each.startsWith("login")).count();
    }

    @Override
    public String id() {
        return "token-1";
    }

    @Override
    public PinFacts facts() {
        long told = flags;
        if (left <= 0) {
            told |= TokenInfo.USER_PIN_LOCKED;
        } else if (left == 1) {
            told |= TokenInfo.USER_PIN_FINAL_TRY | TokenInfo.USER_PIN_COUNT_LOW;
        } else if (left < TRIES) {
            told |= TokenInfo.USER_PIN_COUNT_LOW;
        }
        TokenInfo info =
                new TokenInfo("Ёлкина", "Maker", "Model", "0123", "1.0", told, SHORTEST, LONGEST, -1, -1, Set.of());
        PinPrompt.Unblock unblock = new PinPrompt.Unblock("Разблокируйте", "Unblock it");
        return PinFacts.of(
                info,
                new PinFacts.Maker("Token", "12345678", unblock),
                String.valueOf(presence),
                PinEntries.of(info.has(TokenInfo.LOGIN_REQUIRED), false));
    }

    @Override
    public void login(@Nullable Secret given) throws CkrException {
        String entered = entered("login", given);
        play();
        if (loggedIn) {
            throw new CkrException(Ckr.USER_ALREADY_LOGGED_IN.number(), "C_Login");
        }
        check(entered, "C_Login");
        loggedIn = true;
    }

    @Override
    public void logout() throws CkrException {
        calls.add("logout");
        if (!loggedIn) {
            throw new CkrException(Ckr.USER_NOT_LOGGED_IN.number(), "C_Logout");
        }
        loggedIn = false;
    }

    @Override
    public void setPin(@Nullable Secret present, @Nullable Secret fresh) throws CkrException {
        String entered = entered("setPin", present);
        play();
        check(entered, "C_SetPIN");
        pin = fresh == null ? "new on the pad" : text(fresh);
        flags &= ~TokenInfo.USER_PIN_TO_BE_CHANGED;
    }

    /** A use of a key that wants the PIN each time. */
    String sign(@Nullable Secret given) throws CkrException {
        String entered = entered("sign", given);
        play();
        check(entered, "C_Login");
        return "signature";
    }

    /** Pulled out. */
    void pull() {
        onRemoval.forEach(Runnable::run);
    }

    @Override
    public Watch watch(Runnable gone) {
        onRemoval.add(gone);
        return () -> onRemoval.remove(gone);
    }

    private String entered(String call, @Nullable Secret given) {
        if (given != null) {
            calls.add(call + " " + text(given));
            return text(given);
        }
        calls.add(call + " on the pad");
        if (onPad.isEmpty()) {
            atPad.complete(true);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                givenUp.complete(true);
            }
            throw new Fault(ErrorCode.CANCELLED, "given up");
        }
        return onPad;
    }

    private void play() throws CkrException {
        Object next = scripted.poll();
        if (next instanceof Fault fault) {
            throw fault;
        }
        if (next instanceof Ckr ckr) {
            throw new CkrException(ckr.number(), "C_Login");
        }
    }

    private void check(String entered, String function) throws CkrException {
        if (left <= 0) {
            throw new CkrException(Ckr.PIN_LOCKED.number(), function);
        }
        if (!entered.equals(pin)) {
            left--;
            throw new CkrException((left == 0 ? Ckr.PIN_LOCKED : Ckr.PIN_INCORRECT).number(), function);
        }
        left = TRIES;
    }

    private static String text(Secret secret) {
        return new String(secret.copy(), StandardCharsets.UTF_8);
    }
}
