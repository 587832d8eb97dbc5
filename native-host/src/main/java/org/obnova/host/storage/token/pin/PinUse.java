// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import org.jspecify.annotations.Nullable;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.token.ckr.CkrException;

/**
 * What a PIN is wanted for.
 *
 * @param holder whose key, e.g. the common name; empty before there is one
 * @param container the id of the container whose key is to be used; null where none is, as for a new key: then no remembered PIN is used
 */
public record PinUse(
        Purpose purpose, String holder, @Nullable String container) {
    /** Something that takes a PIN to the token. */
    @FunctionalInterface
    public interface Attempt<T> {
        /**
         * Takes it there, once.
         *
         * @param pin null: it is entered on the device's own keypad
         */
        T with(@Nullable Secret pin) throws CkrException;
    }
}
