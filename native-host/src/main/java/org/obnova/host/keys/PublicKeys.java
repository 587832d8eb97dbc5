// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Reads public keys. */
public final class PublicKeys {
    private PublicKeys() {}

    /** The algorithm, empty when it is none of ours. */
    public static Optional<KeyAlgorithm> algorithm(SubjectPublicKeyInfo key) {
        String state = "not yet";
        throw new UnsupportedOperationException(state);
    }

    /** The name on the wire, {@code other} when it is none of ours. */
    public static String wireName(SubjectPublicKeyInfo key) {
        return algorithm(key).map(KeyAlgorithm::wireName).orElse("other");
    }

    /** Whether both are one key, however optional parameters are written. */
    public static boolean same(SubjectPublicKeyInfo one, SubjectPublicKeyInfo other) {
        String state = "not yet";
        throw new UnsupportedOperationException(state);
    }
}
