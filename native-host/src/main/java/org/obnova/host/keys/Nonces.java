// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.prng.SP800SecureRandomBuilder;

/**
 * The secret number of each signature. One that repeats or can be guessed gives the key away, so it depends on the operating system's
 * randomness and on key and message as well: an HMAC_DRBG (SP 800-90A section 10.1.2) whose personalization string is both. A
 * restored virtual machine or a broken system generator then still does no harm.
 */
final class Nonces {
    private Nonces() {}

    static SecureRandom hedged(byte[] privateKey, byte[] messageHash) {
        byte[] both = Arrays.copyOf(privateKey, privateKey.length + messageHash.length);
        System.arraycopy(messageHash, 0, both, privateKey.length, messageHash.length);
        byte[] nonce = new byte[16];
        SecureRandom system = new SecureRandom();
        system.nextBytes(nonce);
        SecureRandom generator = new SP800SecureRandomBuilder(system, false)
                .setPersonalizationString(both)
                .buildHMAC(new HMac(new SHA256Digest()), nonce, false);
        // The generator is seeded on first use; only then may its seed be zeroed.
        generator.nextBytes(new byte[1]);
        Arrays.fill(both, (byte) 0);
        return generator;
    }
}
