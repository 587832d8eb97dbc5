// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cipher;

import java.util.Arrays;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.GOST3412_2015Engine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The ciphers of GOST R 34.12-2015 in counter mode with keys that are changed on the way (CTR-ACPKM, RFC 8645 section 6.2), with or without a MAC over the
 * plain octets (RFC 9337 section 7).
 */
public final class CounterMode {
    private static final int KEY_OCTETS = 32;
    private static final int SEED_OCTETS = 8;

    /** Of a key change: octets 0x80 to 0x9F. */
    private static final int FIRST_CONSTANT = 0x80;

    private final boolean magma;
    private final boolean withMac;

    /**
     * @param magma else Kuznyechik
     */
    public CounterMode(boolean magma, boolean withMac) {
        this.magma = magma;
        this.withMac = withMac;
    }

    /**
     * Decrypts, and checks the MAC where there is one.
     *
     * @param ukm half a block for the counter, then 8 octets that tell two uses of a key apart
     * @throws InvalidCipherTextException when the MAC is wrong
     */
    public byte[] decrypt(byte[] key, byte[] ukm, byte[] encrypted) throws InvalidCipherTextException {
        return decrypt(key, ukm, encrypted, true);
    }

    /**
     * As {@link #decrypt(byte[], byte[], byte[])}, but lets a wrong MAC pass where it is not to be checked: to see whether a key is right, and for nothing else.
     */
    public byte[] decrypt(byte[] key, byte[] ukm, byte[] encrypted, boolean checking)
            throws InvalidCipherTextException {
        int half = cipher().getBlockSize() / 2;
        if (ukm.length != half + SEED_OCTETS) {
            throw new IllegalArgumentException("user keying material of " + ukm.length + " octets");
        }
        byte[] counter = Arrays.copyOf(ukm, half);
        if (!withMac) {
            return counted(key, counter, encrypted);
        }
        byte[] keys = KeyTree.twoKeys(key, Arrays.copyOfRange(ukm, half, ukm.length));
        byte[] encryption = Arrays.copyOf(keys, KEY_OCTETS);
        byte[] authentication = Arrays.copyOfRange(keys, KEY_OCTETS, keys.length);
        try {
            return opened(counted(encryption, counter, encrypted), authentication, checking);
        } finally {
            Arrays.fill(keys, (byte) 0);
            Arrays.fill(encryption, (byte) 0);
            Arrays.fill(authentication, (byte) 0);
        }
    }

    private byte[] opened(byte[] plainAndMac, byte[] key, boolean checking) throws InvalidCipherTextException {
        int macOctets = cipher().getBlockSize();
        int length = plainAndMac.length - macOctets;
        if (length < 0) {
            throw new InvalidCipherTextException("shorter than its MAC");
        }
        CMac mac = new CMac(cipher(), 8 * macOctets);
        mac.init(new KeyParameter(key));
        mac.update(plainAndMac, 0, length);
        byte[] expected = new byte[macOctets];
        mac.doFinal(expected, 0);
        if (checking
                && !org.bouncycastle.util.Arrays.constantTimeAreEqual(macOctets, expected, 0, plainAndMac, length)) {
            throw new InvalidCipherTextException("the MAC is wrong");
        }
        return Arrays.copyOf(plainAndMac, length);
    }

    /** Encrypts or decrypts: both are the same. */
    byte[] counted(byte[] key, byte[] halfCounter, byte[] input) {
        BlockCipher cipher = cipher();
        int block = cipher.getBlockSize();
        int section = magma ? 8 << 10 : 256 << 10;
        byte[] sectionKey = key.clone();
        cipher.init(true, new KeyParameter(sectionKey));
        byte[] counter = Arrays.copyOf(halfCounter, block);
        byte[] gamma = new byte[block];
        byte[] output = new byte[input.length];
        for (int at = 0; at < input.length; at++) {
            if (at > 0 && at % section == 0) {
                sectionKey = changed(cipher);
                cipher.init(true, new KeyParameter(sectionKey));
            }
            if (at % block == 0) {
                cipher.processBlock(counter, 0, gamma, 0);
                increment(counter);
            }
            output[at] = (byte) (input[at] ^ gamma[at % block]);
        }
        Arrays.fill(sectionKey, (byte) 0);
        return output;
    }

    private static byte[] changed(BlockCipher cipher) {
        byte[] key = new byte[KEY_OCTETS];
        for (int i = 0; i < KEY_OCTETS; i++) {
            key[i] = (byte) (FIRST_CONSTANT + i);
        }
        for (int at = 0; at < KEY_OCTETS; at += cipher.getBlockSize()) {
            cipher.processBlock(key, at, key, at);
        }
        return key;
    }

    private static void increment(byte[] counter) {
        for (int i = counter.length - 1; i >= 0; i--) {
            counter[i]++;
            if (counter[i] != 0) {
                return;
            }
        }
    }

    /** A new one. */
    BlockCipher cipher() {
        return magma ? new Magma() : new GOST3412_2015Engine();
    }
}
