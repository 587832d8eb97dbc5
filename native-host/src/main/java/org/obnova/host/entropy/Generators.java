// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.prng.EntropySource;
import org.bouncycastle.crypto.prng.SP800SecureRandomBuilder;

/** Makes HMAC_DRBG with SHA-256, SP 800-90A Rev. 1 section 10.1.2, at its security strength of 256 bits. */
final class Generators {
    private static final int SYSTEM_OCTETS = 64;
    private static final byte[] PERSONALISATION =
            "org.obnova.host entropy sensor 1".getBytes(StandardCharsets.US_ASCII);

    private Generators() {}

    /**
     * A generator whose entropy input is 64 octets of the operating system and behind them the person's: neither can weaken the other. The
     * generator reseeds itself from the operating system; what the person gave stays in its state.
     *
     * @param person what the person gave, conditioned; zeroed here
     * @param system the operating system's randomness
     */
    static SecureRandom seeded(byte[] person, SecureRandom system) {
        byte[] nonce = new byte[SYSTEM_OCTETS / 2];
        system.nextBytes(nonce);
        SecureRandom generator = new SP800SecureRandomBuilder(bits -> new PersonThenSystem(person, system))
                .setPersonalizationString(PERSONALISATION)
                .buildHMAC(new HMac(new SHA256Digest()), nonce, false);
        // The builder instantiates at the first use: use it, so that the person's part can be zeroed.
        generator.nextBytes(new byte[1]);
        Arrays.fill(person, (byte) 0);
        return generator;
    }

    /** First both, then the operating system alone. */
    private static final class PersonThenSystem implements EntropySource {
        private final byte[] person;
        private final SecureRandom system;
        private boolean first = true;

        PersonThenSystem(byte[] person, SecureRandom system) {
            this.person = person;
            this.system = system;
        }

        @Override
        public boolean isPredictionResistant() {
            return true;
        }

        @Override
        public byte[] getEntropy() {
            byte[] own = new byte[SYSTEM_OCTETS];
            system.nextBytes(own);
            if (!first) {
                return own;
            }
            first = false;
            byte[] both = Arrays.copyOf(own, own.length + person.length);
            System.arraycopy(person, 0, both, own.length, person.length);
            Arrays.fill(own, (byte) 0);
            return both;
        }

        @Override
        public int entropySize() {
            return 8 * SYSTEM_OCTETS;
        }
    }
}
