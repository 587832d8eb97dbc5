// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.holders.Holders;
import org.obnova.demo.holders.RenewalState;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** How an application begins: one at a time for a certificate, and only where its renewal is offered. */
final class Openings {
    private final Papers papers;
    private final Holders holders;
    private final CaProfile profile;
    private final InstantSource clock;
    private final SecureRandom random;

    Openings(Papers papers, Holders holders, CaProfile profile, InstantSource clock, SecureRandom random) {
        this.papers = papers;
        this.holders = holders;
        this.profile = profile;
        this.clock = clock;
        this.random = random;
    }

    Application open(String sha256, Holder holder) {
        return papers.database().write(handle -> {
            HolderCertificate old = holders.certificate(sha256)
                    .filter(found -> found.issued().holder().equals(holder.id()))
                    .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such certificate of this holder"));
            return papers.applications().openOf(sha256).orElseGet(() -> begin(old, holder));
        });
    }

    private Application begin(HolderCertificate old, Holder holder) {
        if (old.renewal() == RenewalState.NONE) {
            throw new Problem(ProblemCode.RENEWAL_NOT_OFFERED, "its renewal is not offered");
        }
        Instant now = clock.instant();
        Application application = new Application(
                ApplicationIds.next(random),
                holder.id(),
                old.issued().sha256(),
                profile,
                holder.subject(),
                holder.phone(),
                holder.use(),
                ApplicationState.DATA,
                now,
                now,
                null,
                null,
                null,
                null,
                false);
        papers.applications().insert(application);
        return application;
    }
}
