// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.cryptopro;

import org.bouncycastle.crypto.engines.GOST28147Engine;
import org.bouncycastle.crypto.macs.GOST28147Mac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithSBox;

/** GOST 28147-89 with the S-boxes of id-tc26-gost-28147-param-Z (RFC 7836 appendix C), as containers use it. */
final class Gost28147 {
    private static final int BLOCK_OCTETS = 8;
    private static final int MAC_OCTETS = 4;

    private Gost28147() {}

    /** Decrypts in ECB mode: each block alone. */
    static byte[] decrypt(byte[] key, byte[] encrypted) {
        GOST28147Engine engine = new GOST28147Engine();
        engine.init(false, parameters(key));
        byte[] plain = new byte[encrypted.length];
        for (int at = 0; at < encrypted.length; at += BLOCK_OCTETS) {
            engine.processBlock(encrypted, at, plain, at);
        }
        return plain;
    }

    /** The MAC of 32 bit (GOST 28147-89 section 5). */
    static byte[] mac(byte[] key, byte[] message) {
        GOST28147Mac mac = new GOST28147Mac();
        mac.init(parameters(key));
        mac.update(message, 0, message.length);
        byte[] result = new byte[MAC_OCTETS];
        mac.doFinal(result, 0);
        return result;
    }

    private static ParametersWithSBox parameters(byte[] key) {
        return new ParametersWithSBox(new KeyParameter(key), GOST28147Engine.getSBox("Param-Z"));
    }
}
