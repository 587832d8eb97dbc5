// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cipher;

import java.util.Arrays;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** Takes a key out of KExp15 (RFC 9189 section 8.2.1, R 1323565.1.017): counter mode over the key and the MAC of initialisation vector and key. */
public final class KeyImport {
    private static final int KEY_OCTETS = 32;

    private final CounterMode mode;

    /** @param magma else Kuznyechik */
    public KeyImport(boolean magma) {
        this.mode = new CounterMode(magma, false);
    }

    /** How many octets an exported key has: itself, and a block of MAC. */
    public int exportedOctets() {
        return KEY_OCTETS + mode.cipher().getBlockSize();
    }

    /** How many octets the initialisation vector has: half a block. */
    public int ivOctets() {
        return mode.cipher().getBlockSize() / 2;
    }

    /**
     * KImp15.
     *
     * @param macAndCipherKey 64 octets: the key of the MAC, then that of the cipher
     * @throws InvalidCipherTextException when the MAC is wrong
     */
    public byte[] take(byte[] macAndCipherKey, byte[] iv, byte[] exported) throws InvalidCipherTextException {
        if (exported.length != exportedOctets()
                || iv.length != ivOctets()
                || macAndCipherKey.length != 2 * KEY_OCTETS) {
            throw new InvalidCipherTextException("an exported key of another size");
        }
        byte[] macKey = Arrays.copyOf(macAndCipherKey, KEY_OCTETS);
        byte[] cipherKey = Arrays.copyOfRange(macAndCipherKey, KEY_OCTETS, 2 * KEY_OCTETS);
        byte[] keyAndMac = mode.counted(cipherKey, iv, exported);
        BlockCipher cipher = mode.cipher();
        CMac mac = new CMac(cipher, 8 * cipher.getBlockSize());
        mac.init(new KeyParameter(macKey));
        mac.update(iv, 0, iv.length);
        mac.update(keyAndMac, 0, KEY_OCTETS);
        byte[] expected = new byte[mac.getMacSize()];
        mac.doFinal(expected, 0);
        boolean right =
                org.bouncycastle.util.Arrays.constantTimeAreEqual(expected.length, expected, 0, keyAndMac, KEY_OCTETS);
        byte[] key = Arrays.copyOf(keyAndMac, KEY_OCTETS);
        Arrays.fill(keyAndMac, (byte) 0);
        Arrays.fill(macKey, (byte) 0);
        Arrays.fill(cipherKey, (byte) 0);
        if (!right) {
            Arrays.fill(key, (byte) 0);
            throw new InvalidCipherTextException("the MAC of the key is wrong");
        }
        return key;
    }
}
