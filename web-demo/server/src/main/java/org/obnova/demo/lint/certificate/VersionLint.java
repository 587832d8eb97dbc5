// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.util.Optional;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Lint;

/** A certificate with extensions is of version 3. */
public final class VersionLint implements Lint<CertificateCandidate> {
    @Override
    public String source() {
        return "RFC 5280 section 4.1.2.1";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        return candidate.certificate().getVersionNumber() == 3 ? Optional.empty() : Optional.of("not of version 3");
    }
}
