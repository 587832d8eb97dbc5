// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.PinState;
import org.obnova.host.storage.token.pin.PinPrompt.Medium;
import org.obnova.host.storage.token.pin.PinPrompt.Unblock;
import org.obnova.host.storage.token.wire.TokenInfo;

/**
 * What a token tells of its PIN at one moment.
 *
 * @param prepared whether it was ever initialised
 * @param needed whether it wants a login at all
 * @param pad whether the PIN is entered on the device's own keypad
 * @param toBeChanged whether the token wants its PIN changed, whatever else its state is
 * @param presence names this insertion of the token and this process of its driver: a login ends with it
 * @param entries for one renewal
 */
public record PinFacts(
        Medium medium,
        boolean prepared,
        boolean needed,
        boolean pad,
        boolean toBeChanged,
        String presence,
        PinEntries entries) {
    /**
     * What is known of a maker's tokens.
     *
     * @param product for people
     * @param factoryPin the published default
     */
    public record Maker(String product, @Nullable String factoryPin, Unblock unblock) {}

    /** From the token's own words. */
    public static PinFacts of(TokenInfo info, Maker maker, String presence, PinEntries entries) {
        long least = Math.max(0, info.minPin());
        // Some modules tell 0 or CK_UNAVAILABLE_INFORMATION: then nothing is known.
        boolean told = info.maxPin() > 0 && info.maxPin() < Integer.MAX_VALUE && info.maxPin() >= least;
        Medium medium = new Medium(
                maker.product(),
                info.ownName(),
                info.serial(),
                stateOf(info),
                maker.factoryPin(),
                told ? (int) least : 0,
                told ? (int) info.maxPin() : Integer.MAX_VALUE,
                maker.unblock());
        return new PinFacts(
                medium,
                info.has(TokenInfo.TOKEN_INITIALIZED),
                info.has(TokenInfo.LOGIN_REQUIRED),
                info.has(TokenInfo.PROTECTED_AUTHENTICATION_PATH),
                info.has(TokenInfo.USER_PIN_TO_BE_CHANGED),
                presence,
                entries);
    }

    /** The state by the flags; of several the one that asks for most care. */
    public static PinState stateOf(TokenInfo info) {
        if (info.has(TokenInfo.USER_PIN_LOCKED)) {
            return PinState.LOCKED;
        }
        if (info.has(TokenInfo.LOGIN_REQUIRED) && !info.has(TokenInfo.USER_PIN_INITIALIZED)) {
            return PinState.NOT_SET;
        }
        if (info.has(TokenInfo.USER_PIN_FINAL_TRY)) {
            return PinState.LAST_TRY;
        }
        if (info.has(TokenInfo.USER_PIN_COUNT_LOW)) {
            return PinState.LOW;
        }
        return info.has(TokenInfo.USER_PIN_TO_BE_CHANGED) ? PinState.FACTORY : PinState.OK;
    }

    PinState state() {
        return medium.state();
    }
}
