// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.obnova.demo.ca.AcceptedRequest;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.Identification;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.ca.SignedCertificate;
import org.obnova.demo.ca.TestAuthority;
import org.obnova.demo.notifications.Notices;
import org.obnova.demo.regime.Regime;

/**
 * ISSUING to RECEIPT, in one transaction: certificate, receipt, state, job and messages are there together or not at all. The signatures are made
 * before it, so that no page waits for them.
 */
final class Issuing {
    private final Papers papers;
    private final TestAuthority authority;
    private final EmailProofs emails;
    private final Notices notices;
    private final Regime regime;
    private final InstantSource clock;

    Issuing(
            Papers papers,
            TestAuthority authority,
            EmailProofs emails,
            Notices notices,
            Regime regime,
            InstantSource clock) {
        this.papers = papers;
        this.authority = authority;
        this.emails = emails;
        this.notices = notices;
        this.regime = regime;
        this.clock = clock;
    }

    /** What was signed, and for what: issued only if the application is still the same then. */
    private record Prepared(Application application, SignedCertificate signed) {}

    /**
     * Issues for these applications, all or none. Returns the profiles of the certificates: fewer where there was nothing to issue any more.
     *
     * @throws IllegalStateException when one changed meanwhile: to be tried again
     */
    List<CaProfile> issue(List<String> ids) {
        List<Prepared> prepared =
                ids.stream().flatMap(id -> prepare(id).stream()).toList();
        return papers.database().write(handle -> {
            List<CaProfile> issued = new ArrayList<>();
            for (Prepared one : prepared) {
                if (register(one)) {
                    issued.add(one.application().profile());
                }
            }
            ids.forEach(papers.jobs()::done);
            return issued;
        });
    }

    private Optional<Prepared> prepare(String id) {
        return papers.applications()
                .find(id)
                .filter(application -> application.state() == ApplicationState.ISSUING)
                .map(application -> new Prepared(application, sign(application)));
    }

    private SignedCertificate sign(Application application) {
        AcceptedRequest request = papers.requests()
                .accepted(application.id())
                .orElseThrow(() -> new IllegalStateException("an issue without a request"));
        return authority.sign(
                application.id(),
                application.holder(),
                application.profile(),
                emails.bearer(application, regime),
                request,
                identification(course(application)),
                regime.validityMonths());
    }

    /** Whether there was still something to issue. */
    private boolean register(Prepared prepared) {
        SignedCertificate signed = prepared.signed();
        boolean waits = papers.applications()
                .find(signed.application())
                .filter(now -> now.state() == ApplicationState.ISSUING)
                .isPresent();
        if (!waits) {
            return false;
        }
        papers.applications().step(signed.application(), now -> {
            boolean same = now.equals(prepared.application())
                    && papers.requests()
                            .accepted(now.id())
                            .filter(request -> request.keyId().equals(signed.keyId()))
                            .isPresent();
            if (!same) {
                throw new IllegalStateException("the application changed while its certificate was being signed");
            }
            return issued(now, authority.issue(signed));
        });
        return true;
    }

    private Application issued(Application application, IssuedCertificate certificate) {
        Course course = course(application);
        Instant now = clock.instant();
        if (course.passes(ApplicationState.RECEIPT)) {
            papers.documents().insert(application.id(), DocumentTexts.receipt(application, certificate, now));
        }
        notices.sms(
                application.phone(), "Сертификат выпущен. Подтвердите расписку и установите его в личном кабинете.");
        String email = application.subject().email();
        if (email != null) {
            notices.email(
                    email,
                    "Сертификат выпущен",
                    "Ваш новый сертификат готов.\nОткройте заявку в личном кабинете: осталось подтвердить расписку и установить сертификат.");
        }
        return application.issued(certificate.sha256()).on(course.after(ApplicationState.ISSUING), now);
    }

    private Course course(Application application) {
        Progress progress = application.progress();
        Route route = Objects.requireNonNull(progress.route(), "the data are confirmed before the issue");
        return Course.of(route, regime, progress.registersAgree());
    }

    /** Who was seen in person was identified so; else the statement was signed with a valid certificate of the same person. */
    private static Identification identification(Course course) {
        return course.passes(ApplicationState.VISIT) ? Identification.IN_PERSON : Identification.QUALIFIED_SIGNATURE;
    }
}
