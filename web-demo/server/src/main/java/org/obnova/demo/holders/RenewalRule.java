// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.holders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.obnova.demo.ca.IssuedCertificate;

/** When a renewal is offered (S1). */
final class RenewalRule {
    /** Fewer than this many days left: offered. */
    static final int OFFERED_BELOW_DAYS = 60;

    /** The days of Russian documents end in Moscow. */
    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private static final Set<String> EXCLUDED_REGIONS = Set.of("78", "47");

    private RenewalRule() {}

    static HolderCertificate judge(IssuedCertificate issued, Instant now) {
        long days = Math.max(0, Duration.between(now, issued.notAfter()).toDays());
        LocalDate last = issued.notAfter().atZone(MOSCOW).toLocalDate();
        return new HolderCertificate(issued, state(issued, now, days), days, last);
    }

    private static RenewalState state(IssuedCertificate issued, Instant now, long days) {
        if (issued.revoked() != null || issued.renewedBy() != null || excluded(issued)) {
            return RenewalState.NONE;
        }
        if (now.isAfter(issued.notAfter())) {
            return RenewalState.EXPIRED;
        }
        if (issued.replace()) {
            return RenewalState.REPLACE;
        }
        return days < OFFERED_BELOW_DAYS ? RenewalState.DUE : RenewalState.NONE;
    }

    /** By the region in the issuer's name: «78 г. Санкт-Петербург», «47 Ленинградская область». */
    private static boolean excluded(IssuedCertificate issued) {
        RDN[] regions = issued.certificate().getIssuer().getRDNs(BCStyle.ST);
        return Arrays.stream(regions)
                .map(rdn -> IETFUtils.valueToString(rdn.getFirst().getValue()))
                .anyMatch(region -> EXCLUDED_REGIONS.contains(region.split(" ", 2)[0]));
    }
}
