// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** A private key that signs, wherever it lies: in memory, or on a token that never gives it away. */
public interface SigningKey extends AutoCloseable {
    /** The public key, encoded exactly as its standard says (RFC 9215 section 4, RFC 5480, RFC 8017). */
    SubjectPublicKeyInfo publicKey();

    /** The digest that this key signs with, e.g. Streebog-256; parameters absent where the standard wants them absent. */
    AlgorithmIdentifier digestAlgorithm();

    /** The signature algorithm for PKCS#10 and X.509, e.g. id-tc26-signwithdigest-gost3410-12-256. */
    AlgorithmIdentifier signatureAlgorithm();

    /**
     * Hashes and signs.
     *
     * @return the signature as it stands in a BIT STRING of X.509 or an OCTET STRING of CMS
     */
    byte[] sign(byte[] message);

    /** Ends the key: what is in memory is zeroed as far as the library lets us. */
    @Override
    void close();
}
