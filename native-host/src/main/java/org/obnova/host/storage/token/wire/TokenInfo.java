// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.wire;

import java.util.Set;

/**
 * What a token says of itself (CK_TOKEN_INFO of PKCS #11 v3.1, 3.2), padding removed.
 *
 * @param serial as the token tells it, usually hexadecimal digits
 * @param firmware "major.minor"
 * @param flags the CKF_ bits of a token
 * @param minPin octets
 * @param maxPin octets
 * @param freePublicMemory octets; -1 where the token does not tell
 * @param freePrivateMemory octets; -1 where the token does not tell
 * @param mechanisms CKM_ numbers
 */
public record TokenInfo(
        String label,
        String manufacturer,
        String model,
        String serial,
        String firmware,
        long flags,
        long minPin,
        long maxPin,
        long freePublicMemory,
        long freePrivateMemory,
        Set<Long> mechanisms) {
    /** CKF_WRITE_PROTECTED. */
    public static final long WRITE_PROTECTED = 0x2;
    /** CKF_LOGIN_REQUIRED. */
    public static final long LOGIN_REQUIRED = 0x4;
    /** CKF_USER_PIN_INITIALIZED. */
    public static final long USER_PIN_INITIALIZED = 0x8;
    /** CKF_PROTECTED_AUTHENTICATION_PATH: the PIN is entered on a pad of the reader. */
    public static final long PROTECTED_AUTHENTICATION_PATH = 0x100;
    /** CKF_TOKEN_INITIALIZED. */
    public static final long TOKEN_INITIALIZED = 0x400;
    /** CKF_USER_PIN_COUNT_LOW. */
    public static final long USER_PIN_COUNT_LOW = 0x10000;
    /** CKF_USER_PIN_FINAL_TRY. */
    public static final long USER_PIN_FINAL_TRY = 0x20000;
    /** CKF_USER_PIN_LOCKED. */
    public static final long USER_PIN_LOCKED = 0x40000;
    /** CKF_USER_PIN_TO_BE_CHANGED. */
    public static final long USER_PIN_TO_BE_CHANGED = 0x80000;

    public TokenInfo {
        mechanisms = Set.copyOf(mechanisms);
    }

    /** The name that its owner gave it; empty where it still has the placeholder of its maker, e.g. {@code Rutoken ECP <no label>}. */
    public String ownName() {
        return label.contains("<no label>") ? "" : label;
    }

    /** Whether all these bits are set. */
    public boolean has(long bits) {
        return (flags & bits) == bits;
    }
}
