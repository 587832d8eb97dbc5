// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Lint;
import org.obnova.demo.lint.Purpose;

/** Critical; says CA where it is one, and nowhere else; one that issues to holders has none below it. */
public final class BasicConstraintsLint implements Lint<CertificateCandidate> {
    @Override
    public String source() {
        return "RFC 5280 section 4.2.1.9";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        ASN1Encodable value = candidate.value(Extension.basicConstraints);
        if (value == null || !candidate.critical(Extension.basicConstraints)) {
            return Optional.of("basicConstraints is missing or not critical");
        }
        BasicConstraints constraints = BasicConstraints.getInstance(value);
        if (constraints.isCA() != candidate.isIssuers()) {
            return Optional.of("basicConstraints says the wrong thing");
        }
        boolean unlimited = constraints.getPathLenConstraint() == null;
        return unlimited == (candidate.purpose() != Purpose.AUTHORITY)
                ? Optional.empty()
                : Optional.of("pathLenConstraint is missing or superfluous");
    }
}
