// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cipher;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.engines.GOST28147Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithSBox;

/**
 * The cipher Magma (GOST R 34.12-2015, RFC 8891). It is GOST 28147-89 with one fixed set of S-boxes, numbers written with their highest octet first: the
 * library has only the older way of writing them.
 */
public final class Magma implements BlockCipher {
    private static final int BLOCK_OCTETS = 8;
    private static final int WORD_OCTETS = 4;

    private final GOST28147Engine engine = new GOST28147Engine();

    @Override
    public void init(boolean forEncryption, CipherParameters parameters) {
        byte[] key = ((KeyParameter) parameters).getKey();
        byte[] turned = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            turned[i] = key[i - i % WORD_OCTETS + WORD_OCTETS - 1 - i % WORD_OCTETS];
        }
        engine.init(
                forEncryption, new ParametersWithSBox(new KeyParameter(turned), GOST28147Engine.getSBox("Param-Z")));
    }

    @Override
    public String getAlgorithmName() {
        return "Magma";
    }

    @Override
    public int getBlockSize() {
        return BLOCK_OCTETS;
    }

    @Override
    public int processBlock(byte[] in, int inAt, byte[] out, int outAt) {
        byte[] block = new byte[BLOCK_OCTETS];
        for (int i = 0; i < BLOCK_OCTETS; i++) {
            block[i] = in[inAt + BLOCK_OCTETS - 1 - i];
        }
        engine.processBlock(block, 0, block, 0);
        for (int i = 0; i < BLOCK_OCTETS; i++) {
            out[outAt + i] = block[BLOCK_OCTETS - 1 - i];
        }
        return BLOCK_OCTETS;
    }

    @Override
    public void reset() {
        engine.reset();
    }
}
