// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cipher;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.GOST28147Engine;
import org.bouncycastle.crypto.macs.GOST28147Mac;
import org.bouncycastle.crypto.modes.GCFBBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.crypto.params.ParametersWithSBox;
import org.bouncycastle.util.Pack;

/** GOST 28147-89 (RFC 5830) with one of the published sets of S-boxes, in the modes of RFC 4357. */
public final class Gost28147 {
    private static final int BLOCK_OCTETS = 8;
    private static final int KEY_OCTETS = 32;
    private static final int MAC_OCTETS = 4;

    private final byte[] sBoxes;

    private Gost28147(String name) {
        this.sBoxes = GOST28147Engine.getSBox(name);
    }

    /**
     * The cipher with the S-boxes of that object identifier (RFC 4357 section 11.2, RFC 7836 appendix C).
     *
     * @return empty for a set that is not known
     */
    public static Optional<Gost28147> withSBoxes(String oid) {
        return switch (oid) {
            case "1.2.643.2.2.31.1" -> Optional.of(new Gost28147("E-A"));
            case "1.2.643.2.2.31.2" -> Optional.of(new Gost28147("E-B"));
            case "1.2.643.2.2.31.3" -> Optional.of(new Gost28147("E-C"));
            case "1.2.643.2.2.31.4" -> Optional.of(new Gost28147("E-D"));
            case "1.2.643.7.1.2.5.1.1" -> Optional.of(new Gost28147("Param-Z"));
            default -> Optional.empty();
        };
    }

    /** Decrypts in CFB mode; the key is changed after each 1024 octets (RFC 4357 section 2.3.2). */
    public byte[] decryptFeedback(byte[] key, byte[] iv, byte[] encrypted) {
        if (iv.length != BLOCK_OCTETS) {
            throw new IllegalArgumentException("initialisation vector of " + iv.length + " octets");
        }
        GCFBBlockCipher cipher = new GCFBBlockCipher(new GOST28147Engine());
        cipher.init(false, new ParametersWithIV(parameters(key), iv));
        byte[] plain = new byte[encrypted.length];
        cipher.processBytes(encrypted, 0, encrypted.length, plain, 0);
        return plain;
    }

    /**
     * CryptoPro key unwrap (RFC 4357 section 6.4).
     *
     * @param kek 32 octets
     * @param ukm 8 octets
     * @param wrapped 32 octets
     * @param mac 4 octets
     * @throws InvalidCipherTextException when the MAC is wrong
     */
    public byte[] unwrap(byte[] kek, byte[] ukm, byte[] wrapped, byte[] mac) throws InvalidCipherTextException {
        if (ukm.length != BLOCK_OCTETS || wrapped.length != KEY_OCTETS || mac.length != MAC_OCTETS) {
            throw new InvalidCipherTextException("a wrapped key of another size");
        }
        byte[] diversified = diversified(kek, ukm);
        GOST28147Engine engine = new GOST28147Engine();
        engine.init(false, parameters(diversified));
        byte[] key = new byte[KEY_OCTETS];
        for (int at = 0; at < KEY_OCTETS; at += BLOCK_OCTETS) {
            engine.processBlock(wrapped, at, key, at);
        }
        GOST28147Mac check = new GOST28147Mac();
        check.init(new ParametersWithIV(parameters(diversified), ukm));
        check.update(key, 0, key.length);
        byte[] expected = new byte[MAC_OCTETS];
        check.doFinal(expected, 0);
        Arrays.fill(diversified, (byte) 0);
        if (!org.bouncycastle.util.Arrays.constantTimeAreEqual(expected, mac)) {
            Arrays.fill(key, (byte) 0);
            throw new InvalidCipherTextException("the MAC of the key is wrong");
        }
        return key;
    }

    /** KEK diversification (RFC 4357 section 6.5). */
    private byte[] diversified(byte[] kek, byte[] ukm) {
        byte[] key = kek.clone();
        for (byte octet : ukm) {
            int chosen = 0;
            int others = 0;
            for (int word = 0; word < KEY_OCTETS / Integer.BYTES; word++) {
                int value = Pack.littleEndianToInt(key, word * Integer.BYTES);
                if ((octet >> word & 1) == 1) {
                    chosen += value;
                } else {
                    others += value;
                }
            }
            byte[] iv = new byte[BLOCK_OCTETS];
            Pack.intToLittleEndian(chosen, iv, 0);
            Pack.intToLittleEndian(others, iv, Integer.BYTES);
            GCFBBlockCipher cipher = new GCFBBlockCipher(new GOST28147Engine());
            cipher.init(true, new ParametersWithIV(parameters(key), iv));
            byte[] next = new byte[KEY_OCTETS];
            cipher.processBytes(key, 0, KEY_OCTETS, next, 0);
            Arrays.fill(key, (byte) 0);
            key = next;
        }
        return key;
    }

    private ParametersWithSBox parameters(byte[] key) {
        return new ParametersWithSBox(new KeyParameter(key), sBoxes);
    }
}
