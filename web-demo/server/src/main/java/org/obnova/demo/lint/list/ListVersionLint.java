// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.list;

import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.obnova.demo.lint.Lint;
import org.obnova.demo.lint.ListCandidate;

/** A list is of version 2 and has a number. */
public final class ListVersionLint implements Lint<ListCandidate> {
    @Override
    public String source() {
        return "RFC 5280 sections 5.1.2.1 and 5.2.3";
    }

    @Override
    public Optional<String> finding(ListCandidate candidate) {
        boolean second = candidate.list().toASN1Structure().getTBSCertList().getVersionNumber() == 2;
        boolean numbered = candidate.list().getExtension(Extension.cRLNumber) != null;
        return second && numbered ? Optional.empty() : Optional.of("not of version 2, or without a number");
    }
}
