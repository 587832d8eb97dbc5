// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.util.Arrays;
import java.util.Optional;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Der;
import org.obnova.demo.lint.Lint;

/** The issuer is named in the very bytes of its own subject. */
public final class IssuerNameLint implements Lint<CertificateCandidate> {
    @Override
    public String source() {
        return "RFC 5280 section 7.1";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        byte[] named = Der.of(candidate.certificate().getIssuer());
        return Arrays.equals(named, Der.of(candidate.issuer().getSubject()))
                ? Optional.empty()
                : Optional.of("issuer's name is not the subject of its certificate");
    }
}
