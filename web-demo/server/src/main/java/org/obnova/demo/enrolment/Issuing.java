// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Instant;
import java.time.InstantSource;
import org.obnova.demo.ca.AcceptedRequest;
import org.obnova.demo.ca.Identification;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.ca.TestAuthority;
import org.obnova.demo.notifications.Notices;

/** ISSUING to RECEIPT, in one transaction: certificate, receipt, state, job and messages are there together or not at all. */
final class Issuing {
    private final Papers papers;
    private final TestAuthority authority;
    private final Notices notices;
    private final InstantSource clock;

    Issuing(Papers papers, TestAuthority authority, Notices notices, InstantSource clock) {
        this.papers = papers;
        this.authority = authority;
        this.notices = notices;
        this.clock = clock;
    }

    void issue(String id) {
        papers.database().update(handle -> {
            papers.applications().step(id, application -> {
                if (application.state() != ApplicationState.ISSUING) {
                    return application;
                }
                return issued(application);
            });
            papers.jobs().done(id);
        });
    }

    private Application issued(Application application) {
        AcceptedRequest request = papers.requests().accepted(application.id()).orElseThrow();
        // The statement was signed with a valid certificate of this CA: that is how the person was identified.
        IssuedCertificate certificate = authority.issue(
                application.id(),
                application.holder(),
                application.profile(),
                application.subject(),
                request,
                Identification.QUALIFIED_SIGNATURE);
        Instant now = clock.instant();
        papers.documents().insert(application.id(), DocumentTexts.receipt(application, certificate, now));
        notices.sms(
                application.phone(), "Сертификат выпущен. Подтвердите расписку и установите его в личном кабинете.");
        String email = application.subject().email();
        if (email != null) {
            notices.email(
                    email,
                    "Сертификат выпущен",
                    "Ваш новый сертификат готов.\nОткройте заявку в личном кабинете: осталось подтвердить расписку и установить сертификат.");
        }
        return application.issued(certificate.sha256()).on(ApplicationState.RECEIPT, now);
    }
}
