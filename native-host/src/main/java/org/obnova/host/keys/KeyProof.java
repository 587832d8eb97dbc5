// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Proves by a signature that a private key is whole. */
public final class KeyProof {
    /** The signature over it never leaves this class. */
    private static final byte[] MESSAGE = "Obnova: proof that a key is whole".getBytes(StandardCharsets.US_ASCII);

    private KeyProof() {}

    /** Whether what the private key signs verifies under the public key. */
    public static boolean holds(SigningKey key, SubjectPublicKeyInfo publicKey) {
        return SignatureVerifier.verifies(publicKey, key.signatureAlgorithm(), MESSAGE, key.sign(MESSAGE));
    }
}
