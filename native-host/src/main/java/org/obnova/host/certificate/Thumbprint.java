// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

import org.bouncycastle.cert.X509CertificateHolder;

/** How a certificate is named on the wire. */
public final class Thumbprint {
    private Thumbprint() {}

    /** SHA-256 of the DER, 64 lower-case hex digits. */
    public static String sha256(X509CertificateHolder certificate) {
        String state = "not yet";
        throw new UnsupportedOperationException(state);
    }
}
