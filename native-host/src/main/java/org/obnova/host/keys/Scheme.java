// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/**
 * One family of signatures: how its keys are encoded, made and used. Implementations hold no state. What they are given is checked by their
 * callers through {@link UntrustedDer}.
 */
sealed interface Scheme permits EcScheme, GostScheme, RsaScheme {
    /** The scheme of a key. */
    static Scheme of(AlgorithmIdentifier key) {
        String oid = key.getAlgorithm().getId();
        return switch (oid) {
            case Oids.GOST_256_KEY -> GostScheme.BITS_256;
            case Oids.GOST_512_KEY -> GostScheme.BITS_512;
            case Oids.EC_KEY -> EcScheme.INSTANCE;
            case Oids.RSA_KEY -> RsaScheme.INSTANCE;
            default -> throw new Fault(ErrorCode.ALGORITHM_UNSUPPORTED, "key " + oid);
        };
    }

    /** Which of our algorithms a public key belongs to. */
    Optional<KeyAlgorithm> algorithm(SubjectPublicKeyInfo key);

    /** Makes a private key with our parameters; the caller zeroes the DER of its PKCS#8. */
    byte[] generate(SecureRandom random) throws IOException;

    /** The public key of a private one, which is checked on the way. */
    SubjectPublicKeyInfo publicKey(PrivateKeyInfo key) throws IOException;

    /** The digest that keys of this kind sign with. */
    AlgorithmIdentifier digestAlgorithm(SubjectPublicKeyInfo key);

    /** The signature algorithm of PKCS#10 and X.509. */
    AlgorithmIdentifier signatureAlgorithm(SubjectPublicKeyInfo key);

    /** Hashes and signs. */
    byte[] sign(PrivateKeyInfo key, byte[] message) throws IOException;

    /** Whether the signature is right; {@code digest} comes of the signature's algorithm. */
    boolean verifies(SubjectPublicKeyInfo key, ASN1ObjectIdentifier digest, byte[] message, byte[] signature)
            throws IOException;
}
