// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.keys.Hashing;

/** How a certificate is named on the wire and in the journal. */
public final class Thumbprint {
    private Thumbprint() {}

    /** SHA-256 of the DER, 64 lower-case hex digits. */
    public static String sha256(X509CertificateHolder certificate) {
        try {
            return HexFormat.of().formatHex(Hashing.hash(NISTObjectIdentifiers.id_sha256, certificate.getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
