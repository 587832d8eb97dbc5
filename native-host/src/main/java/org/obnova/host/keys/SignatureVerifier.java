// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/**
 * Verifies signatures of X.509 and CMS, ours and those of a foreign CA: GOST R 34.10-2012 of every parameter set, ECDSA on P-256, P-384 and P-521 and RSA
 * PKCS#1 v1.5 with SHA-256, SHA-384, SHA-512. SHA-1 and GOST R 34.10-2001 are refused.
 */
public final class SignatureVerifier {
    private SignatureVerifier() {}

    /**
     * Whether the signature over the message is the key's.
     *
     * @param signatureAlgorithm of the certificate, the request, or the CMS signer (there GOST names the key's algorithm)
     * @param signature the content of the BIT STRING or OCTET STRING
     * @throws Fault {@code ALGORITHM_UNSUPPORTED} for an algorithm that is not among these; {@code CERTIFICATE_INVALID} for a key that cannot be read
     */
    public static boolean verifies(
            SubjectPublicKeyInfo key, AlgorithmIdentifier signatureAlgorithm, byte[] message, byte[] signature) {
        Kind kind = Kind.of(signatureAlgorithm.getAlgorithm().getId());
        if (!key.getAlgorithm().getAlgorithm().getId().equals(kind.key)) {
            return false;
        }
        ASN1ObjectIdentifier digest = new ASN1ObjectIdentifier(kind.digest);
        return UntrustedDer.read(
                ErrorCode.CERTIFICATE_INVALID,
                "public key",
                () -> Scheme.of(key.getAlgorithm()).verifies(key, digest, message, signature));
    }

    private record Kind(String key, String digest) {
        static Kind of(String oid) {
            return switch (oid) {
                case Oids.GOST_256_SIGNATURE, Oids.GOST_256_KEY -> new Kind(Oids.GOST_256_KEY, Oids.STREEBOG_256);
                case Oids.GOST_512_SIGNATURE, Oids.GOST_512_KEY -> new Kind(Oids.GOST_512_KEY, Oids.STREEBOG_512);
                case Oids.ECDSA_SHA256 -> new Kind(Oids.EC_KEY, Oids.SHA256);
                case Oids.ECDSA_SHA384 -> new Kind(Oids.EC_KEY, Oids.SHA384);
                case Oids.ECDSA_SHA512 -> new Kind(Oids.EC_KEY, Oids.SHA512);
                case Oids.RSA_SHA256 -> new Kind(Oids.RSA_KEY, Oids.SHA256);
                case Oids.RSA_SHA384 -> new Kind(Oids.RSA_KEY, Oids.SHA384);
                case Oids.RSA_SHA512 -> new Kind(Oids.RSA_KEY, Oids.SHA512);
                default -> throw new Fault(ErrorCode.ALGORITHM_UNSUPPORTED, "signature " + oid);
            };
        }
    }
}
