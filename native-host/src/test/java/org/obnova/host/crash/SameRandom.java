// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandomSpi;
import java.util.concurrent.atomic.AtomicLong;

/** The same "random" numbers in each process, and never the same twice in one. For tests only, where runs must be comparable. */
public final class SameRandom extends Provider {
    private static final long serialVersionUID = 1L;

    /** Makes the provider. */
    public SameRandom() {
        super("SameRandom", "1", "for tests only");
        put("SecureRandom.Same", Generator.class.getName());
    }

    /** SHA-256 of a counter. */
    public static final class Generator extends SecureRandomSpi {
        private static final long serialVersionUID = 1L;
        private static final AtomicLong COUNTER = new AtomicLong();

        @Override
        protected void engineSetSeed(byte[] seed) {}

        @Override
        protected void engineNextBytes(byte[] octets) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                for (int at = 0; at < octets.length; ) {
                    byte[] block = digest.digest(ByteBuffer.allocate(Long.BYTES)
                            .putLong(COUNTER.incrementAndGet())
                            .array());
                    int length = Math.min(block.length, octets.length - at);
                    System.arraycopy(block, 0, octets, at, length);
                    at += length;
                }
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        protected byte[] engineGenerateSeed(int length) {
            byte[] seed = new byte[length];
            engineNextBytes(seed);
            return seed;
        }
    }
}
