// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.cryptopro;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cryptopro.ECGOST3410NamedCurves;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.util.BigIntegers;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;

/** A file {@code primary.key}: the private number, masked and encrypted. */
final class MaskedNumber {
    /** Keys for agreement also sign: their containers name the algorithms of RFC 7836 instead of those of RFC 9215. */
    private static final String AGREEMENT = "1.2.643.7.1.1.6.";

    private static final String SIGNATURE = "1.2.643.7.1.1.1.";

    private final byte[] encrypted;

    private MaskedNumber(byte[] encrypted) {
        this.encrypted = encrypted;
    }

    /** Decodes; a key that may not be exported stands in a second, tagged part. */
    static MaskedNumber read(byte[] der) throws IOException {
        byte[] found = null;
        for (ASN1Encodable each : ASN1Sequence.getInstance(der)) {
            if (each instanceof ASN1TaggedObject part && part.getTagNo() == 0) {
                found = ASN1OctetString.getInstance(part, false).getOctets();
            } else if (each instanceof ASN1OctetString octets && found == null) {
                found = octets.getOctets();
            }
        }
        if (found == null || (found.length != 32 && found.length != 64)) {
            throw new IOException("no private number of 256 or 512 bit");
        }
        return new MaskedNumber(found);
    }

    /**
     * Decrypts and unmasks.
     *
     * @param algorithm as the header names it
     * @return DER of PKCS#8 PrivateKeyInfo with the number as RFC 9548 writes it; the caller closes it
     * @throws Fault {@code ALGORITHM_UNSUPPORTED}; {@code CONTAINER_DAMAGED} when mask and number do not fit
     */
    Secret pkcs8(KeyMask mask, Secret password, AlgorithmIdentifier algorithm) throws IOException {
        if (mask.mask().length != encrypted.length) {
            throw new Fault(ErrorCode.CONTAINER_DAMAGED, "mask and private number have different lengths");
        }
        byte[] storageKey = PasswordKey.of(password, mask.salt());
        byte[] masked = Gost28147.decrypt(storageKey, encrypted);
        Arrays.fill(storageKey, (byte) 0);
        BigInteger order = order(algorithm);
        BigInteger number = littleEndian(masked)
                .multiply(littleEndian(mask.mask()).modInverse(order))
                .mod(order);
        Arrays.fill(masked, (byte) 0);
        byte[] octets = org.bouncycastle.util.Arrays.reverse(BigIntegers.asUnsignedByteArray(encrypted.length, number));
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new ASN1Integer(0));
        parts.add(ofSignature(algorithm));
        parts.add(new DEROctetString(octets));
        try {
            return Secret.owning(new DERSequence(parts).getEncoded(ASN1Encoding.DER));
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    private static AlgorithmIdentifier ofSignature(AlgorithmIdentifier algorithm) {
        String oid = algorithm.getAlgorithm().getId();
        return oid.startsWith(AGREEMENT)
                ? new AlgorithmIdentifier(
                        new ASN1ObjectIdentifier(SIGNATURE + oid.substring(AGREEMENT.length())),
                        algorithm.getParameters())
                : algorithm;
    }

    private static BigInteger order(AlgorithmIdentifier algorithm) {
        ASN1ObjectIdentifier set = ASN1ObjectIdentifier.getInstance(
                ASN1Sequence.getInstance(algorithm.getParameters()).getObjectAt(0));
        X9ECParameters curve = ECGOST3410NamedCurves.getByOIDX9(set);
        if (curve == null) {
            throw new Fault(ErrorCode.ALGORITHM_UNSUPPORTED, "parameter set " + set.getId());
        }
        return curve.getN();
    }

    private static BigInteger littleEndian(byte[] octets) {
        return new BigInteger(1, org.bouncycastle.util.Arrays.reverse(octets));
    }
}
