// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import org.obnova.demo.ca.CertificateSubject;
import org.obnova.demo.identity.Inn;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.identity.PersonName;
import org.obnova.demo.identity.Snils;

/** What of a person stands in a certificate (FSB order 795). */
final class Subjects {
    private static final String COUNTRY = "RU";

    private Subjects() {}

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
