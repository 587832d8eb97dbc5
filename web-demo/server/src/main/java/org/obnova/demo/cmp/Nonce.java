// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cmp;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What ties an answer to its question.
 *
 * @param hex lower case
 */
record Nonce(String hex) {
    /** RFC 9483 section 3.1: 128 bits at least. */
    static final int LEAST_BYTES = 16;

    static final int MOST_BYTES = 64;

    static Nonce of(byte[] bytes) {
        return new Nonce(HexFormat.of().formatHex(bytes));
    }

    static Nonce next(SecureRandom random) {
        byte[] bytes = new byte[LEAST_BYTES];
        random.nextBytes(bytes);
        return of(bytes);
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
