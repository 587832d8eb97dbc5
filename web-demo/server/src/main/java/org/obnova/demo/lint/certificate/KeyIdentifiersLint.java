// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Lint;

/** The key is identified, and so is the issuer's, as the issuer's certificate does it. */
public final class KeyIdentifiersLint implements Lint<CertificateCandidate> {
    @Override
    public String source() {
        return "RFC 5280 sections 4.2.1.1 and 4.2.1.2";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        ASN1Encodable own = candidate.value(Extension.subjectKeyIdentifier);
        ASN1Encodable authority = candidate.value(Extension.authorityKeyIdentifier);
        Extension issuers = candidate.issuer().getExtension(Extension.subjectKeyIdentifier);
        if (own == null || authority == null || issuers == null) {
            return Optional.of("a key identifier is missing");
        }
        byte[] expected =
                SubjectKeyIdentifier.getInstance(issuers.getParsedValue()).getKeyIdentifier();
        byte[] named = AuthorityKeyIdentifier.getInstance(authority).getKeyIdentifierOctets();
        return Arrays.equals(expected, named) ? Optional.empty() : Optional.of("names another key of the issuer");
    }
}
