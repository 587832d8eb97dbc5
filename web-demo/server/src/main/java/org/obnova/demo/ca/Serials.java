// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Serial numbers: 158 random bits in 20 octets, the most that RFC 5280 section 4.1.2.2 allows. */
final class Serials {
    private static final int BITS = 158;

    private Serials() {}

    static BigInteger next(SecureRandom random) {
        return new BigInteger(BITS, random).setBit(BITS);
    }
}
