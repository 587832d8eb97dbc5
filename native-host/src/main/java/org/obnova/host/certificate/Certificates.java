// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

import org.bouncycastle.cert.X509CertificateHolder;

/** Reads certificates. */
public final class Certificates {
    private Certificates() {}

    /**
     * Reads the DER of one certificate.
     *
     * @throws org.obnova.host.fault.Fault {@code CERTIFICATE_INVALID}
     */
    public static X509CertificateHolder read(byte[] der) {
        String state = "not yet";
        throw new UnsupportedOperationException(state);
    }
}
