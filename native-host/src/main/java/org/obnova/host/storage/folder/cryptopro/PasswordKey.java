// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.cryptopro;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.GOST3411_2012_256Digest;
import org.obnova.host.secret.Secret;

/** Derives keys from the container's password, in HMAC's manner over Streebog-256. */
final class PasswordKey {
    private static final byte[] START = "DENEFH028.760246785.IUEFHWUIO.EF".getBytes(StandardCharsets.US_ASCII);

    /** The block of Streebog, in octets. */
    private static final int BLOCK_OCTETS = 64;

    private static final int HASH_OCTETS = 32;
    private static final int INNER = 0x36;
    private static final int OUTER = 0x5C;
    private static final int ROUNDS = 2000;

    /** The empty password is no secret. */
    private static final int ROUNDS_OF_EMPTY = 2;

    private PasswordKey() {}

    /** The key of 32 octets; the caller zeroes it. */
    static byte[] of(Secret password, byte[] salt) {
        byte[] octets = password.copy();
        byte[] spread = spread(octets);
        Arrays.fill(octets, (byte) 0);
        byte[] hash = hash(salt, spread);
        byte[] state = Arrays.copyOf(START, BLOCK_OCTETS);
        int rounds = password.isEmpty() ? ROUNDS_OF_EMPTY : ROUNDS;
        for (int i = 0; i < rounds; i++) {
            byte[] next = hash(masked(state, INNER, BLOCK_OCTETS), hash, masked(state, OUTER, BLOCK_OCTETS), hash);
            state = Arrays.copyOf(next, BLOCK_OCTETS);
        }
        byte[] last = hash(masked(state, INNER, HASH_OCTETS), salt, masked(state, OUTER, HASH_OCTETS), spread);
        Arrays.fill(spread, (byte) 0);
        Arrays.fill(hash, (byte) 0);
        return hash(last);
    }

    /** Each octet of the password's UTF-8 stands before three zeros. */
    private static byte[] spread(byte[] password) {
        byte[] spread = new byte[4 * password.length];
        for (int i = 0; i < password.length; i++) {
            spread[4 * i] = password[i];
        }
        return spread;
    }

    private static byte[] masked(byte[] state, int mask, int length) {
        byte[] masked = new byte[length];
        for (int i = 0; i < length; i++) {
            masked[i] = (byte) (state[i] ^ mask);
        }
        return masked;
    }

    private static byte[] hash(byte[]... parts) {
        GOST3411_2012_256Digest digest = new GOST3411_2012_256Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}
