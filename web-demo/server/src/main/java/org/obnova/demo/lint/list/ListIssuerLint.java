// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.list;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.obnova.demo.lint.Der;
import org.obnova.demo.lint.Lint;
import org.obnova.demo.lint.ListCandidate;

/** The list is named and keyed as its authority. */
public final class ListIssuerLint implements Lint<ListCandidate> {
    @Override
    public String source() {
        return "RFC 5280 sections 5.1.2.3 and 5.2.1";
    }

    @Override
    public Optional<String> finding(ListCandidate candidate) {
        Extension issuers = candidate.issuer().getExtension(Extension.subjectKeyIdentifier);
        Extension named = candidate.list().getExtension(Extension.authorityKeyIdentifier);
        if (!Arrays.equals(
                        Der.of(candidate.list().getIssuer()),
                        Der.of(candidate.issuer().getSubject()))
                || issuers == null
                || named == null) {
            return Optional.of("names no or another authority");
        }
        byte[] expected =
                SubjectKeyIdentifier.getInstance(issuers.getParsedValue()).getKeyIdentifier();
        byte[] said = AuthorityKeyIdentifier.getInstance(named.getParsedValue()).getKeyIdentifierOctets();
        return Arrays.equals(expected, said) ? Optional.empty() : Optional.of("names another key of its authority");
    }
}
