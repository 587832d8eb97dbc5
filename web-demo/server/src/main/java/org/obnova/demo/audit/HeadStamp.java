// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.audit;

/** The authority's time stamps, as the log uses them. */
public interface HeadStamp {
    /**
     * Stamps.
     *
     * @param digest SHA-256, 32 bytes
     * @return DER of a TimeStampToken (RFC 3161)
     */
    byte[] stamp(byte[] digest);
}
