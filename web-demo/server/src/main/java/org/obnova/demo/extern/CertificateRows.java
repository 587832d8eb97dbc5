// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.extern;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Applications;
import org.obnova.demo.extern.CertificateRow.Status;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.holders.Holders;
import org.obnova.demo.holders.RenewalState;

/** Which certificates of a holder the login page lists, and as what. Usable ones stand first. */
final class CertificateRows {
    private final Holders holders;
    private final Applications applications;
    private final InstantSource clock;

    CertificateRows(Holders holders, Applications applications, InstantSource clock) {
        this.holders = holders;
        this.applications = applications;
        this.clock = clock;
    }

    List<CertificateRow> of(Holder holder) {
        Set<String> replaced = new HashSet<>();
        Set<String> fresh = new HashSet<>();
        for (Application application : applications.ofHolder(holder.id())) {
            if (application.state() == ApplicationState.DONE) {
                replaced.add(application.replaces());
                fresh.add(Objects.requireNonNull(application.certificate()));
            }
        }
        return holders.certificates(holder).stream()
                .map(held -> row(holder, held, replaced, fresh))
                .toList();
    }

    private CertificateRow row(Holder holder, HolderCertificate held, Set<String> replaced, Set<String> fresh) {
        Instant now = clock.instant();
        boolean usable = held.issued().revoked() == null && held.issued().validAt(now);
        return new CertificateRow(held, holder.subject().commonName(), status(held, now, replaced, fresh), usable);
    }

    private static Status status(HolderCertificate held, Instant now, Set<String> replaced, Set<String> fresh) {
        String sha256 = held.issued().sha256();
        if (held.issued().revoked() != null) {
            return Status.REVOKED;
        }
        if (replaced.contains(sha256)) {
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
