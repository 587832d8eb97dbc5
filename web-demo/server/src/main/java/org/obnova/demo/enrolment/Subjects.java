// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import org.obnova.demo.ca.Bearer;
import org.obnova.demo.ca.CertificateSubject;
import org.obnova.demo.holders.Capacities;
import org.obnova.demo.identity.Inn;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.identity.PersonName;
import org.obnova.demo.identity.Snils;
import org.obnova.demo.regime.Regime;

/** What of a person stands in a certificate (order of the FSB 795). */
final class Subjects {
    private static final String COUNTRY = "RU";

    private Subjects() {}

    /** Whom the certificate of an application names, and in what capacity. */
    static Bearer bearer(Application application, Regime regime) {
        return new Bearer(
                application.subject(),
                Capacities.of(
                        application.applicant().kind(),
                        application.details().valid(),
                        application.details().organisation(),
                        regime.employee() == Regime.EmployeeCertificate.ORGANISATION));
    }

    static CertificateSubject of(PersonForm form) {
        PersonName name = form.name();
        return new CertificateSubject(
                name.full(),
                name.surname(),
                name.givenNames(),
                COUNTRY,
                Snils.parse(form.get("snils")).digits(),
                Inn.parse(form.get("inn")).digits(),
                form.get("email").isEmpty() ? null : form.get("email"));
    }
}
