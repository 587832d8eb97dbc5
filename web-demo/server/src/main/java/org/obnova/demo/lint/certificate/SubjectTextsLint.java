// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Lint;

/** Names are there, not blank, without control characters; the country is two capital letters in a PrintableString. */
public final class SubjectTextsLint implements Lint<CertificateCandidate> {
    @Override
    public String source() {
        return "RFC 5280 section 4.1.2.4";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        RDN[] parts = candidate.certificate().getSubject().getRDNs();
        if (parts.length == 0) {
            return Optional.of("subject is empty");
        }
        for (RDN part : parts) {
            AttributeTypeAndValue attribute = part.getFirst();
            if (part.isMultiValued() || !(attribute.getValue() instanceof ASN1String text)) {
                return Optional.of("a part of the subject is no single text");
            }
            String value = text.getString();
            if (value.isBlank() || value.codePoints().anyMatch(Character::isISOControl)) {
                return Optional.of("a part of the subject is blank or has control characters");
            }
            boolean country = attribute.getType().equals(BCStyle.C);
            if (country && !(attribute.getValue() instanceof DERPrintableString && value.matches("[A-Z]{2}"))) {
                return Optional.of("country is not two letters in a PrintableString");
            }
        }
        return Optional.empty();
    }
}
