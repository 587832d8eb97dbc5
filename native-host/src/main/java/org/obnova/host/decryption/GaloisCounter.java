// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.AEADBlockCipher;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** AES in GCM mode (RFC 5084): nothing is given out before the MAC was right. */
@SuppressWarnings("ArrayRecordComponent") // ciphers are not compared
record GaloisCounter(int keyOctets, byte[] nonce, int macOctets) implements ContentCipher {
    private static final int FEWEST_MAC_OCTETS = 12;
    private static final int MOST_MAC_OCTETS = 16;
    private static final int MOST_NONCE_OCTETS = 64;

    static ContentCipher of(int keyOctets, ASN1Encodable parameters) throws IOException {
        ASN1Sequence parts = ASN1Sequence.getInstance(parameters);
        byte[] nonce = ASN1OctetString.getInstance(parts.getObjectAt(0)).getOctets();
        int mac = parts.size() < 2
                ? FEWEST_MAC_OCTETS
                : ASN1Integer.getInstance(parts.getObjectAt(1)).intValueExact();
        if (nonce.length == 0 || nonce.length > MOST_NONCE_OCTETS || mac < FEWEST_MAC_OCTETS || mac > MOST_MAC_OCTETS) {
            throw new IOException("sizes of GCM out of bounds");
        }
        return new GaloisCounter(keyOctets, nonce, mac);
    }

    @Override
    public byte[] decrypt(byte[] key, EncryptedMessage message) throws InvalidCipherTextException {
        byte[] mac = message.mac();
        if (mac == null || mac.length != macOctets) {
            throw new InvalidCipherTextException("no MAC, or one of another length");
        }
        AEADBlockCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(false, new AEADParameters(new KeyParameter(key), 8 * macOctets, nonce, message.authenticated()));
        byte[] content = message.content();
        byte[] plain = new byte[content.length];
        int length = cipher.processBytes(content, 0, content.length, plain, 0);
        length += cipher.processBytes(mac, 0, mac.length, plain, length);
        cipher.doFinal(plain, length);
        return plain;
    }
}
