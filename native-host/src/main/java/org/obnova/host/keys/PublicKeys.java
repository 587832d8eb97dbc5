// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** Reads public keys. */
public final class PublicKeys {
    private PublicKeys() {}

    /** The algorithm, empty when it is none of ours. GOST keys of every parameter set count, since all of them sign alike. */
    public static Optional<KeyAlgorithm> algorithm(SubjectPublicKeyInfo key) {
        try {
            return UntrustedDer.read(
                    ErrorCode.ALGORITHM_UNSUPPORTED,
                    "public key",
                    () -> Scheme.of(key.getAlgorithm()).algorithm(key));
        } catch (Fault unknown) {
            return Optional.empty();
        }
    }

    /**
     * The digest that keys of this kind sign with.
     *
     * @throws Fault {@code ALGORITHM_UNSUPPORTED}
     */
    public static AlgorithmIdentifier digestAlgorithm(SubjectPublicKeyInfo key) {
        return Scheme.of(key.getAlgorithm()).digestAlgorithm(key);
    }

    /**
     * The signature algorithm of PKCS#10 and X.509 for keys of this kind.
     *
     * @throws Fault {@code ALGORITHM_UNSUPPORTED}
     */
    public static AlgorithmIdentifier signatureAlgorithm(SubjectPublicKeyInfo key) {
        return Scheme.of(key.getAlgorithm()).signatureAlgorithm(key);
    }

    /** The name on the wire, {@code other} when it is none of ours. */
    public static String wireName(SubjectPublicKeyInfo key) {
        return algorithm(key).map(KeyAlgorithm::wireName).orElse("other");
    }

    /** Whether both are one key. GOST parameters may be written with or without those of the digest, so only the curve is compared. */
    public static boolean same(SubjectPublicKeyInfo one, SubjectPublicKeyInfo other) {
        if (one.equals(other)) {
            return true;
        }
        AlgorithmIdentifier first = one.getAlgorithm();
        AlgorithmIdentifier second = other.getAlgorithm();
        return isGost(one)
                && first.getAlgorithm().equals(second.getAlgorithm())
                && firstParameter(first).equals(firstParameter(second))
                && one.getPublicKeyData().equals(other.getPublicKeyData());
    }

    /** Whether it is a key of GOST R 34.10-2012, of either length. */
    public static boolean isGost(SubjectPublicKeyInfo key) {
        String oid = key.getAlgorithm().getAlgorithm().getId();
        return oid.equals(Oids.GOST_256_KEY) || oid.equals(Oids.GOST_512_KEY);
    }

    private static Optional<ASN1ObjectIdentifier> firstParameter(AlgorithmIdentifier algorithm) {
        ASN1Encodable parameters = algorithm.getParameters();
        return parameters instanceof ASN1Sequence sequence
                        && sequence.size() > 0
                        && sequence.getObjectAt(0) instanceof ASN1ObjectIdentifier set
                ? Optional.of(set)
                : Optional.empty();
    }
}
