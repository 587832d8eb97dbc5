// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * AES or 3DES in CBC mode, padded as RFC 5652 section 6.3 says.
 *
 * @param aes else 3DES
 */
@SuppressWarnings("ArrayRecordComponent") // ciphers are not compared
record BlockChaining(boolean aes, int keyOctets, byte[] iv) implements ContentCipher {
    static ContentCipher aes(int keyOctets, ASN1Encodable parameters) throws IOException {
        return new BlockChaining(true, keyOctets, iv(16, parameters));
    }

    static ContentCipher tripleDes(ASN1Encodable parameters) throws IOException {
        return new BlockChaining(false, 24, iv(8, parameters));
    }

    private static byte[] iv(int octets, ASN1Encodable parameters) throws IOException {
        byte[] iv = ASN1OctetString.getInstance(parameters).getOctets();
        if (iv.length != octets) {
            throw new IOException("initialisation vector of " + iv.length + " octets");
        }
        return iv;
    }

    @Override
    public byte[] decrypt(byte[] key, EncryptedMessage message) throws InvalidCipherTextException {
        byte[] encrypted = message.content();
        BlockCipher engine = aes ? AESEngine.newInstance() : new DESedeEngine();
        if (encrypted.length == 0 || encrypted.length % engine.getBlockSize() != 0) {
            throw new InvalidCipherTextException("not whole blocks");
        }
        PaddedBufferedBlockCipher cipher = new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(engine));
        cipher.init(false, new ParametersWithIV(new KeyParameter(key), iv));
        byte[] plain = new byte[encrypted.length];
        int length = cipher.processBytes(encrypted, 0, encrypted.length, plain, 0);
        length += cipher.doFinal(plain, length);
        return Arrays.copyOf(plain, length);
    }
}
