// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.extern;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.obnova.demo.extern.CertificateRow.Status;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.holders.Holders;
import org.obnova.demo.holders.RenewalState;

/** Which certificates of a holder the login page lists, and as what. Usable ones stand first. */
final class CertificateRows {
    private final Holders holders;
    private final InstantSource clock;

    CertificateRows(Holders holders, InstantSource clock) {
        this.holders = holders;
        this.clock = clock;
    }

    List<CertificateRow> of(Holder holder) {
        List<HolderCertificate> all = holders.certificates(holder);
        Set<String> fresh = all.stream()
                .map(held -> held.issued().renewedBy())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return all.stream().map(held -> row(holder, held, fresh)).toList();
    }

    private CertificateRow row(Holder holder, HolderCertificate held, Set<String> fresh) {
        Instant now = clock.instant();
        boolean usable = held.issued().revoked() == null && held.issued().validAt(now);
        return new CertificateRow(held, holder.subject().commonName(), status(held, now, fresh), usable);
    }

    private static Status status(HolderCertificate held, Instant now, Set<String> fresh) {
        String sha256 = held.issued().sha256();
        if (held.issued().revoked() != null) {
            return held.issued().suspended() ? Status.SUSPENDED : Status.REVOKED;
        }
        if (held.issued().renewedBy() != null) {
            return Status.REPLACED;
        }
        if (held.issued().notAfter().isBefore(now)) {
            return Status.EXPIRED;
        }
        if (held.renewal() == RenewalState.REPLACE) {
            return Status.REPLACE;
        }
        if (held.renewal() == RenewalState.DUE) {
            return Status.ENDING;
        }
        return fresh.contains(sha256) ? Status.NEW : Status.VALID;
    }
}
