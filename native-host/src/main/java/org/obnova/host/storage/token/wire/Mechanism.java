// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.wire;

import org.jspecify.annotations.Nullable;

/**
 * A mechanism (PKCS #11 v3.1, 3.5).
 *
 * @param type the CKM_ number
 * @param parameter octets passed as they are; null for none
 */
@SuppressWarnings("ArrayRecordComponent") // Mechanisms are never compared.
public record Mechanism(long type, byte @Nullable [] parameter) {
    /** Without a parameter. */
    public static Mechanism of(long type) {
        return new Mechanism(type, null);
    }
}
