// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.list;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.obnova.demo.lint.Lint;
import org.obnova.demo.lint.ListCandidate;

/** A delta list names, critically, an earlier list than itself; entries are taken away by delta lists alone. */
public final class DeltaBaseLint implements Lint<ListCandidate> {
    private static final int REMOVE_FROM_LIST = 8;

    @Override
    public String source() {
        return "RFC 5280 sections 5.2.4 and 5.3.1";
    }

    @Override
    public Optional<String> finding(ListCandidate candidate) {
        Extension base = candidate.list().getExtension(Extension.deltaCRLIndicator);
        if (base == null) {
            return removes(candidate.list()) ? Optional.of("a complete list takes an entry away") : Optional.empty();
        }
        if (!base.isCritical()) {
            return Optional.of("the base is not critical: who does not know delta lists takes it for a complete one");
        }
        Extension number = candidate.list().getExtension(Extension.cRLNumber);
        return number == null || value(base).compareTo(value(number)) < 0
                ? Optional.empty()
                : Optional.of("the base is not an earlier list");
    }

    private static BigInteger value(Extension number) {
        return ASN1Integer.getInstance(number.getParsedValue()).getValue();
    }

    private static boolean removes(X509CRLHolder list) {
        for (Object each : list.getRevokedCertificates()) {
            Extension reason = ((X509CRLEntryHolder) each).getExtension(Extension.reasonCode);
            if (reason != null
                    && CRLReason.getInstance(reason.getParsedValue()).getValue().intValueExact() == REMOVE_FROM_LIST) {
                return true;
            }
        }
        return false;
    }
}
