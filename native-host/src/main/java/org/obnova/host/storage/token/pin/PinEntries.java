// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

/**
 * How often a token's PIN is asked for in one renewal, when no PIN is wrong, none is remembered, and one site does it all.
 *
 * @param least when no pause is longer than a login lasts
 * @param most when each pause is
 */
public record PinEntries(int least, int most) {
    /**
     * The requests of a renewal that need the PIN: the statement's signature (where the key that is replaced lies on the same token), the new key with
     * its request, the receipt's signature, the certificate's installation.
     */
    static final int SITTINGS = 4;

    /** Checks the numbers. */
    public PinEntries {
        if (least < 0 || most < least) {
            throw new IllegalArgumentException("PIN entries from " + least + " to " + most);
        }
    }

    /**
     * For a token of these properties.
     *
     * @param needed whether it wants a login at all (CKF_LOGIN_REQUIRED)
     * @param atEachUse how many signatures of a renewal ask for the PIN once more, because the key is to be confirmed at each use
     *     (CKA_ALWAYS_AUTHENTICATE); 0 for other keys
     */
    public static PinEntries of(boolean needed, int atEachUse) {
        return needed ? new PinEntries(1 + atEachUse, SITTINGS + atEachUse) : new PinEntries(0, 0);
    }
}
