// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.util.Optional;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Lint;

/** The algorithm outside is the one inside, which is signed. */
public final class SignatureAlgorithmLint implements Lint<CertificateCandidate> {
    @Override
    public String source() {
        return "RFC 5280 sections 4.1.1.2 and 4.1.2.3";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        TBSCertificate inside = candidate.certificate().toASN1Structure().getTBSCertificate();
        return candidate.certificate().getSignatureAlgorithm().equals(inside.getSignature())
                ? Optional.empty()
                : Optional.of("signature algorithm differs inside and outside");
    }
}
