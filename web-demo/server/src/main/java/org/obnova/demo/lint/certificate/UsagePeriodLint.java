// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PrivateKeyUsagePeriod;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Lint;

/** A holder's certificate says how long its key signs, which is no longer than it is valid. */
public final class UsagePeriodLint implements Lint<CertificateCandidate> {
    @Override
    public String source() {
        return "Order of the FSB 795, section III; RFC 3280 section 4.2.1.4";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        if (!candidate.isHolders()) {
            return Optional.empty();
        }
        if (!(candidate.value(Extension.privateKeyUsagePeriod) instanceof ASN1Sequence period) || period.size() != 2) {
            return Optional.of("privateKeyUsagePeriod is missing or half");
        }
        PrivateKeyUsagePeriod parsed = PrivateKeyUsagePeriod.getInstance(period);
        try {
            Instant from = parsed.getNotBefore().getDate().toInstant();
            Instant to = parsed.getNotAfter().getDate().toInstant();
            boolean within =
                    !from.isBefore(candidate.certificate().getNotBefore().toInstant())
                            && !to.isAfter(candidate.certificate().getNotAfter().toInstant())
                            && from.isBefore(to);
            return within ? Optional.empty() : Optional.of("privateKeyUsagePeriod is longer than the validity");
        } catch (ParseException e) {
            return Optional.of("privateKeyUsagePeriod does not decode");
        }
    }
}
