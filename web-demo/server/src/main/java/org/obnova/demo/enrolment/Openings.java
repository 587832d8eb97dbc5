// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.CertificateSubject;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.holders.Holders;
import org.obnova.demo.holders.PersonalData;
import org.obnova.demo.holders.RenewalState;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.regime.Regime;

/** How an application begins: one at a time for a certificate, and only where its renewal is offered. */
final class Openings {
    private final Papers papers;
    private final Holders holders;
    private final PersonalData people;
    private final Regime regime;
    private final CaProfile profile;
    private final InstantSource clock;
    private final SecureRandom random;

    Openings(
            Papers papers,
            Holders holders,
            PersonalData people,
            Regime regime,
            CaProfile profile,
            InstantSource clock,
            SecureRandom random) {
        this.papers = papers;
        this.holders = holders;
        this.people = people;
        this.regime = regime;
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

    Application openFirst(Holder holder, Reason reason) {
        return papers.database()
                .write(handle -> papers.applications()
                        .openFirstOf(holder.id())
                        .orElseGet(() -> begin(Purpose.firstIssue(reason), holder)));
    }

    private Application begin(HolderCertificate old, Holder holder) {
        requireServed(holder);
        if (old.renewal() == RenewalState.NONE) {
            throw new Problem(ProblemCode.RENEWAL_NOT_OFFERED, "its renewal is not offered");
        }
        Reason reason = old.renewal() == RenewalState.REPLACE ? Reason.UNPLANNED : Reason.RENEWAL;
        return begin(Purpose.renewal(reason, old.issued().sha256()), holder);
    }

    private Application begin(Purpose purpose, Holder holder) {
        requireServed(holder);
        return insert(purpose, holder);
    }

    Application showOnly(Holder holder) {
        return insert(new Purpose(ApplicationKind.FIRST_ISSUE, Reason.FIRST_ISSUE, null, true), holder);
    }

    private Application insert(Purpose purpose, Holder holder) {
        Application application = new Application(
                ApplicationIds.next(random),
                purpose,
                Applicant.of(holder),
                new Details(
                        prefilled(holder),
                        null,
                        people.organisationOf(holder.id()).orElse(null)),
                profile,
                Progress.begun(ApplicationState.INTRODUCTION, clock.instant()),
                Issuance.NONE);
        papers.applications().insert(application);
        return application;
    }

    private void requireServed(Holder holder) {
        if (!holder.kind().servedEverywhere() && regime.heads() == Regime.Heads.TAX_SERVICE) {
            throw new Problem(ProblemCode.ISSUED_BY_TAX_SERVICE, "the tax service issues certificates of heads");
        }
    }

    /** What the CA knows of the person already. */
    private PersonForm prefilled(Holder holder) {
        return people.personOf(holder.id()).orElseGet(() -> {
            CertificateSubject subject = holder.subject();
            String[] given = subject.givenName().split(" ", 2);
            return PersonForm.empty()
                    .with("surname", subject.surname())
                    .with("givenName", given[0])
                    .with("patronymic", given.length > 1 ? given[1] : "")
                    .with("snils", subject.snils())
                    .with("inn", subject.inn())
                    .with("email", Objects.requireNonNullElse(subject.email(), ""));
        });
    }
}
