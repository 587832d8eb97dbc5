// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.obnova.host.cipher.Gost28147;
import org.obnova.host.cipher.KeyImport;
import org.obnova.host.cipher.KeyTree;
import org.obnova.host.keys.DecryptingKey;

/** Key transport for keys of GOST R 34.10-2012: the sender's ephemeral key lies beside the wrapped one. */
final class GostUnwrapping {
    private static final int KEY_OCTETS = 32;
    private static final int UKM_OCTETS = 32;

    private GostUnwrapping() {}

    /** GostR3410-KeyTransport (RFC 4490 section 4.2.1): VKO_256 and CryptoPro key wrap. */
    static KeyUnwrapping cryptoPro(byte[] encoded) throws IOException {
        ASN1Sequence transport = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(encoded));
        ASN1Sequence wrapped = ASN1Sequence.getInstance(transport.getObjectAt(0));
        ASN1Sequence parameters =
                ASN1Sequence.getInstance(ASN1TaggedObject.getInstance(transport.getObjectAt(1)), false);
        byte[] key = octets(wrapped, 0);
        byte[] mac = octets(wrapped, wrapped.size() - 1);
        Gost28147 cipher = GostContent.cipher(
                ASN1ObjectIdentifier.getInstance(parameters.getObjectAt(0)).getId());
        SubjectPublicKeyInfo ephemeral =
                SubjectPublicKeyInfo.getInstance(ASN1TaggedObject.getInstance(parameters.getObjectAt(1)), false);
        byte[] ukm = octets(parameters, 2);
        return own -> {
            byte[] kek = own.vko(ephemeral, ukm, KEY_OCTETS);
            try {
                return cipher.unwrap(kek, ukm, key, mac);
            } finally {
                Arrays.fill(kek, (byte) 0);
            }
        };
    }

    /** KEG and KExp15 (R 1323565.1.025-2019; RFC 9189 sections 8.2.1 and 8.3.1). */
    static KeyUnwrapping exported(boolean magma, byte[] encoded) throws IOException {
        ASN1Sequence transport = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(encoded));
        byte[] key = octets(transport, 0);
        SubjectPublicKeyInfo ephemeral = SubjectPublicKeyInfo.getInstance(transport.getObjectAt(1));
        byte[] ukm = octets(transport, 2);
        if (ukm.length != UKM_OCTETS) {
            throw new IOException("user keying material of " + ukm.length + " octets");
        }
        KeyImport taking = new KeyImport(magma);
        byte[] iv = Arrays.copyOfRange(ukm, 24, 24 + taking.ivOctets());
        return own -> {
            byte[] keys = keg(own, ephemeral, ukm);
            try {
                return taking.take(keys, iv, key);
            } finally {
                Arrays.fill(keys, (byte) 0);
            }
        };
    }

    /** The first half of the keying material counts as a number, highest octet first; zero stands for one. */
    private static byte[] keg(DecryptingKey own, SubjectPublicKeyInfo ephemeral, byte[] ukm) {
        byte[] number = org.bouncycastle.util.Arrays.reverse(Arrays.copyOf(ukm, 16));
        boolean longKey = own.publicKey().getAlgorithm().getAlgorithm().getId().equals("1.2.643.7.1.1.1.2");
        if (longKey) {
            return own.vko(ephemeral, number, 2 * KEY_OCTETS);
        }
        byte[] agreed = own.vko(ephemeral, number, KEY_OCTETS);
        try {
            return KeyTree.twoKeys(agreed, Arrays.copyOfRange(ukm, 16, 24));
        } finally {
            Arrays.fill(agreed, (byte) 0);
        }
    }

    private static byte[] octets(ASN1Sequence sequence, int at) {
        return ASN1OctetString.getInstance(sequence.getObjectAt(at)).getOctets();
    }
}
