// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.obnova.demo.ca.AcceptedRequest;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.Identification;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.ca.TestAuthority;
import org.obnova.demo.notifications.Notices;
import org.obnova.demo.regime.Regime;

/** ISSUING to RECEIPT, in one transaction: certificate, receipt, state, job and messages are there together or not at all. */
final class Issuing {
    private final Papers papers;
    private final TestAuthority authority;
    private final Notices notices;
    private final Regime regime;
    private final InstantSource clock;

    Issuing(Papers papers, TestAuthority authority, Notices notices, Regime regime, InstantSource clock) {
        this.papers = papers;
        this.authority = authority;
        this.notices = notices;
        this.regime = regime;
        this.clock = clock;
    }

    /** Issues for an application. Returns the profile of the certificate; nothing where there was nothing to issue any more. */
    Optional<CaProfile> issue(String id) {
        return papers.database().write(handle -> {
            boolean waits = papers.applications()
                    .find(id)
                    .filter(application -> application.state() == ApplicationState.ISSUING)
                    .isPresent();
            Application after = papers.applications()
                    .step(
                            id,
                            application -> application.state() == ApplicationState.ISSUING
                                    ? issued(application)
                                    : application);
            papers.jobs().done(id);
            return waits ? Optional.of(after.profile()) : Optional.empty();
        });
    }

    private Application issued(Application application) {
        AcceptedRequest request = papers.requests().accepted(application.id()).orElseThrow();
        Progress progress = application.progress();
        Route route = Objects.requireNonNull(progress.route(), "the data are confirmed before the issue");
        Course course = Course.of(route, regime, progress.registersAgree());
        IssuedCertificate certificate = authority.issue(
                application.id(),
                application.holder(),
                application.profile(),
                Subjects.bearer(application, regime),
                request,
                identification(course),
                regime.validityMonths());
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

    /** Who was seen in person was identified so; else the statement was signed with a valid certificate of the same person. */
    private static Identification identification(Course course) {
        return course.passes(ApplicationState.VISIT) ? Identification.IN_PERSON : Identification.QUALIFIED_SIGNATURE;
    }
}
