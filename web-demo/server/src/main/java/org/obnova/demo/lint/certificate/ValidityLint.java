// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Lint;

/** Begins before it ends, ends no later than its issuer, and is written as UTCTime through 2049. */
public final class ValidityLint implements Lint<CertificateCandidate> {
    private static final Instant YEAR_2050 = Instant.parse("2050-01-01T00:00:00Z");

    @Override
    public String source() {
        return "RFC 5280 section 4.1.2.5";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        TBSCertificate inside = candidate.certificate().toASN1Structure().getTBSCertificate();
        if (wrong(inside.getStartDate()) || wrong(inside.getEndDate())) {
            return Optional.of("a date is not encoded as RFC 5280 wants it");
        }
        Instant end = candidate.certificate().getNotAfter().toInstant();
        if (!candidate.certificate().getNotBefore().toInstant().isBefore(end)) {
            return Optional.of("ends before it begins");
        }
        return end.isAfter(candidate.issuer().getNotAfter().toInstant())
                ? Optional.of("outlives its issuer")
                : Optional.empty();
    }

    private static boolean wrong(Time time) {
        boolean utc = time.toASN1Primitive() instanceof ASN1UTCTime;
        return utc != time.getDate().toInstant().isBefore(YEAR_2050);
    }
}
