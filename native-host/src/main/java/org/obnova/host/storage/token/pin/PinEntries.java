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

    /** The signatures of a renewal: the request's with the new key; with the key that is replaced, where it lies on the same token, the statement's and the receipt's. */
    static final int OF_THE_REQUEST = 1;

    static final int SIGNATURES = 3;

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
     * @param atEachUse whether its keys ask for the PIN once more at each signature (CKA_ALWAYS_AUTHENTICATE)
     */
    public static PinEntries of(boolean needed, boolean atEachUse) {
        if (!needed) {
            return new PinEntries(0, 0);
        }
        return atEachUse ? new PinEntries(1 + OF_THE_REQUEST, SITTINGS + SIGNATURES) : new PinEntries(1, SITTINGS);
    }
}
