// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Extension;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Lint;
import org.obnova.demo.lint.Purpose;

/** A qualified certificate names classes and tools of signature; another must not look like one. */
public final class SigningToolsLint implements Lint<CertificateCandidate> {
    private static final ASN1ObjectIdentifier SUBJECT_TOOL = new ASN1ObjectIdentifier("1.2.643.100.111");
    private static final ASN1ObjectIdentifier ISSUER_TOOL = new ASN1ObjectIdentifier("1.2.643.100.112");

    @Override
    public String source() {
        return "63-FZ article 17; order of the FSB 795, sections II and III";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        boolean classes = candidate.value(Extension.certificatePolicies) != null;
        boolean subjects = candidate.value(SUBJECT_TOOL) != null;
        boolean issuers = candidate.value(ISSUER_TOOL) instanceof ASN1Sequence tools && tools.size() == 4;
        if (!candidate.qualified()) {
            return classes || subjects || candidate.value(ISSUER_TOOL) != null
                    ? Optional.of("looks qualified, and is not")
                    : Optional.empty();
        }
        if (candidate.purpose() == Purpose.SERVICE) {
            return Optional.empty();
        }
        boolean complete = classes && subjects && (issuers || !candidate.isHolders());
        return complete ? Optional.empty() : Optional.of("classes or tools of signature are not named");
    }
}
