// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.tc26;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cryptopro.ECGOST3410NamedCurves;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.util.BigIntegers;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;

/** Private keys as transport containers hold them (R 50.1.112-2016 section 7, RFC 9548 section 4): a GOST key may be multiplied with masks that stand behind it. */
public final class MaskedKeys {
    private static final String GOST_KEYS = "1.2.643.7.1.1.1.";

    private MaskedKeys() {}

    /**
     * The key without masks; a copy of the same where it has none.
     *
     * @param pkcs8 DER of PrivateKeyInfo; stays the caller's
     * @return to be closed by the caller
     */
    public static Secret unmasked(Secret pkcs8) throws IOException {
        byte[] der = pkcs8.copy();
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(der);
            String algorithm = info.getPrivateKeyAlgorithm().getAlgorithm().getId();
            if (!algorithm.startsWith(GOST_KEYS)) {
                return pkcs8.duplicate();
            }
            BigInteger order = order(info);
            int octets = (order.bitLength() + 7) / 8;
            byte[] key = info.getPrivateKey().getOctets();
            if (key.length <= octets || key.length % octets != 0) {
                return pkcs8.duplicate();
            }
            return unmasked(info, key, octets, order);
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }

    private static Secret unmasked(PrivateKeyInfo info, byte[] key, int octets, BigInteger order) throws IOException {
        BigInteger number = littleEndian(key, 0, octets);
        for (int at = octets; at < key.length; at += octets) {
            number = number.multiply(littleEndian(key, at, octets)).mod(order);
        }
        byte[] plain = org.bouncycastle.util.Arrays.reverse(BigIntegers.asUnsignedByteArray(octets, number));
        Arrays.fill(key, (byte) 0);
        ASN1Sequence parts = ASN1Sequence.getInstance(info);
        try {
            return Secret.owning(new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
                        parts.getObjectAt(0), info.getPrivateKeyAlgorithm(), new DEROctetString(plain)
                    })
                    .getEncoded(ASN1Encoding.DER));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static BigInteger littleEndian(byte[] octets, int from, int length) {
        return new BigInteger(1, org.bouncycastle.util.Arrays.reverse(Arrays.copyOfRange(octets, from, from + length)));
    }

    private static BigInteger order(PrivateKeyInfo info) {
        ASN1ObjectIdentifier set = ASN1ObjectIdentifier.getInstance(
                ASN1Sequence.getInstance(info.getPrivateKeyAlgorithm().getParameters())
                        .getObjectAt(0));
        X9ECParameters curve = ECGOST3410NamedCurves.getByOIDX9(set);
        if (curve == null) {
            throw new Fault(ErrorCode.ALGORITHM_UNSUPPORTED, "parameter set " + set.getId());
        }
        return curve.getN();
    }
}
