// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

import java.time.InstantSource;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/** Verifies the path from a certificate to a configured anchor. */
public final class ChainVerifier {
    private final List<X509CertificateHolder> anchors;
    private final InstantSource clock;

    /** Trusts these anchors, at the time of this clock. */
    public ChainVerifier(List<X509CertificateHolder> anchors, InstantSource clock) {
        this.anchors = List.copyOf(anchors);
        this.clock = clock;
    }

    /**
     * Verifies the path.
     *
     * @param chain issuers in any order; anchors need not be among them
     * @throws org.obnova.host.fault.Fault {@code CERTIFICATE_EXPIRED}, {@code CERTIFICATE_INVALID}, {@code CERTIFICATE_UNTRUSTED}
     */
    public void verify(X509CertificateHolder leaf, List<X509CertificateHolder> chain) {
        String state = "not yet " + anchors.size() + clock.millis();
        throw new UnsupportedOperationException(state);
    }
}
