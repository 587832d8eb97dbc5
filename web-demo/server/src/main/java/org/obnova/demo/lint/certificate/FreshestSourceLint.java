// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.Extension;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Lint;

/** A holder's certificate says where the delta list is. */
public final class FreshestSourceLint implements Lint<CertificateCandidate> {
    @Override
    public String source() {
        return "RFC 5280 section 4.2.1.15";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        Extension freshest = candidate.certificate().getExtension(Extension.freshestCRL);
        if (freshest == null) {
            return candidate.isHolders() ? Optional.of("says not where the delta list is") : Optional.empty();
        }
        DistributionPoint[] points =
                CRLDistPoint.getInstance(freshest.getParsedValue()).getDistributionPoints();
        return points.length == 1 && points[0].getDistributionPoint() != null
                ? Optional.empty()
                : Optional.of("the delta list is not at one place");
    }
}
