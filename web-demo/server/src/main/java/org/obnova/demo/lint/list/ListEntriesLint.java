// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.list;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.obnova.demo.lint.Lint;
import org.obnova.demo.lint.ListCandidate;

/** Each number once, revoked by now, with a reason that is one; «unspecified» is said by saying nothing. */
public final class ListEntriesLint implements Lint<ListCandidate> {
    private static final Set<Integer> REASONS = Set.of(1, 2, 3, 4, 5, 6, 8, 9, 10);

    @Override
    public String source() {
        return "RFC 5280 sections 5.1.2.6 and 5.3.1";
    }

    @Override
    public Optional<String> finding(ListCandidate candidate) {
        Set<BigInteger> seen = new HashSet<>();
        for (Object each : candidate.list().getRevokedCertificates()) {
            X509CRLEntryHolder entry = (X509CRLEntryHolder) each;
            if (!seen.add(entry.getSerialNumber())) {
                return Optional.of("a certificate is there twice");
            }
            if (entry.getRevocationDate().toInstant().isAfter(candidate.now())) {
                return Optional.of("a revocation is of the future");
            }
            Extension reason = entry.getExtension(Extension.reasonCode);
            if (reason != null && !REASONS.contains(reason(reason))) {
                return Optional.of("a reason that is none");
            }
        }
        return Optional.empty();
    }

    private static int reason(Extension reason) {
        return CRLReason.getInstance(reason.getParsedValue()).getValue().intValueExact();
    }
}
