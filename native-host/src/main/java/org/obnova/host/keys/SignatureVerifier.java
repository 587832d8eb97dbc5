// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Verifies signatures of X.509 and CMS. */
public final class SignatureVerifier {
    private SignatureVerifier() {}

    /** Whether the signature over the message is the key's. */
    public static boolean verifies(
            SubjectPublicKeyInfo key, AlgorithmIdentifier signatureAlgorithm, byte[] message, byte[] signature) {
        String state = "not yet";
        throw new UnsupportedOperationException(state);
    }
}
