// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.obnova.host.cipher.CounterMode;
import org.obnova.host.cipher.Gost28147;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** Content under Russian ciphers; their keys have 256 bit. */
sealed interface GostContent extends ContentCipher {
    @Override
    default int keyOctets() {
        return 32;
    }

    /** GOST 28147-89 in CFB mode (RFC 4490 section 4). */
    static ContentCipher feedback(ASN1Encodable parameters) throws IOException {
        ASN1Sequence parts = ASN1Sequence.getInstance(parameters);
        byte[] iv = ASN1OctetString.getInstance(parts.getObjectAt(0)).getOctets();
        if (iv.length != 8) {
            throw new IOException("initialisation vector of " + iv.length + " octets");
        }
        return new Feedback(
                cipher(ASN1ObjectIdentifier.getInstance(parts.getObjectAt(1)).getId()), iv);
    }

    /** GOST 28147-89 with these S-boxes. */
    static Gost28147 cipher(String sBoxes) {
        return Gost28147.withSBoxes(sBoxes)
                .orElseThrow(() -> new Fault(ErrorCode.CIPHER_UNSUPPORTED, "S-boxes " + sBoxes));
    }

    /** CTR-ACPKM (RFC 9337 section 7.2). */
    static ContentCipher counter(boolean magma, boolean withMac, ASN1Encodable parameters) throws IOException {
        byte[] ukm = ASN1OctetString.getInstance(
                        ASN1Sequence.getInstance(parameters).getObjectAt(0))
                .getOctets();
        if (ukm.length != (magma ? 12 : 16)) {
            throw new IOException("user keying material of " + ukm.length + " octets");
        }
        return new Counter(magma, withMac, ukm);
    }

    /** GOST 28147-89. */
    @SuppressWarnings("ArrayRecordComponent") // ciphers are not compared
    record Feedback(Gost28147 cipher, byte[] iv) implements GostContent {
        @Override
        public byte[] decrypt(byte[] key, EncryptedMessage message) {
            return cipher.decryptFeedback(key, iv, message.content());
        }
    }

    /** Magma or Kuznyechik; the MAC lies outside of the content, encrypted as if it stood behind it. */
    @SuppressWarnings("ArrayRecordComponent") // ciphers are not compared
    record Counter(boolean magma, boolean withMac, byte[] ukm) implements GostContent {
        @Override
        public byte[] decrypt(byte[] key, EncryptedMessage message) throws InvalidCipherTextException {
            byte[] content = message.content();
            byte[] mac = message.mac();
            if (withMac) {
                if (mac == null || mac.length != (magma ? 8 : 16)) {
                    throw new InvalidCipherTextException("no MAC, or one of another length");
                }
                content = Arrays.copyOf(content, content.length + mac.length);
                System.arraycopy(mac, 0, content, content.length - mac.length, mac.length);
            }
            return new CounterMode(magma, withMac).decrypt(key, ukm, content);
        }
    }
}
