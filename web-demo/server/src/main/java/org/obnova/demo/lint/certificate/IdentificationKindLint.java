// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Lint;

/** A qualified certificate says how its holder was identified: 0 to 3; no other says it. */
public final class IdentificationKindLint implements Lint<CertificateCandidate> {
    private static final ASN1ObjectIdentifier KIND = new ASN1ObjectIdentifier("1.2.643.100.114");

    @Override
    public String source() {
        return "Order of the FSB 795, section III, as amended by the order 31 of 2021";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        ASN1Encodable value = candidate.value(KIND);
        if (!candidate.isHolders() || !candidate.qualified()) {
            return value == null ? Optional.empty() : Optional.of("identificationKind where nobody was identified");
        }
        return value instanceof ASN1Integer kind
                        && kind.getValue().signum() >= 0
                        && kind.hasValue(kind.intValueExact() & 3)
                ? Optional.empty()
                : Optional.of("identificationKind is missing or unknown");
    }
}
