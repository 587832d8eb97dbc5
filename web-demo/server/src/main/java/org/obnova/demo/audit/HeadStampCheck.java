// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.audit;

/** Whether a stamp is one of the authority's over that digest. */
public interface HeadStampCheck {
    /**
     * True where the token is genuine.
     *
     * @param token DER of a TimeStampToken (RFC 3161)
     * @param digest SHA-256, 32 bytes
     */
    boolean holds(byte[] token, byte[] digest);
}
