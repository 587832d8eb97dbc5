// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.util.HexFormat;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.obnova.host.keys.Hashing;

/** How a key without certificate is named. */
final class KeyPrint {
    private KeyPrint() {}

    /** SHA-256 of the content of the BIT STRING (RFC 5280 section 4.1.2.7), 64 lower-case hex digits: GOST parameters may be written in two ways for one key. */
    static String of(SubjectPublicKeyInfo key) {
        return HexFormat.of()
                .formatHex(Hashing.hash(
                        NISTObjectIdentifiers.id_sha256, key.getPublicKeyData().getBytes()));
    }
}
