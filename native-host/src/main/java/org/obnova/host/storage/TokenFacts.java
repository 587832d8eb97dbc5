// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.util.Locale;
import java.util.Set;
import org.obnova.host.keys.KeyAlgorithm;

/**
 * What only tokens have to tell.
 *
 * @param product the id of the vendor's profile, e.g. {@code rutoken-ecp}
 * @param pinEntriesLeast how often a renewal with this token as its medium asks for the PIN if nothing comes between
 * @param pinEntriesMost how often at most, when no PIN is wrong
 * @param makes the keys that can be made there
 */
public record TokenFacts(
        String product, Manner manner, PinState pin, int pinEntriesLeast, int pinEntriesMost, Set<KeyAlgorithm> makes) {
    /** How a token holds keys. */
    public enum Manner {
        /** Keys are made on it and never leave it. */
        ACTIVE,
        /** It holds containers that the host makes and opens. */
        PASSIVE;

        /** The name on the wire. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks the numbers. */
    public TokenFacts {
        if (pinEntriesLeast < 0 || pinEntriesMost < pinEntriesLeast) {
            throw new IllegalArgumentException("PIN entries from " + pinEntriesLeast + " to " + pinEntriesMost);
        }
        makes = Set.copyOf(makes);
    }
}
