// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.obnova.demo.ca.CertificateSubject;

/** A subject as the host's protocol takes it (request.create). */
final class SubjectJson {
    private SubjectJson() {}

    static Map<String, String> of(CertificateSubject subject) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("commonName", subject.commonName());
        json.put("surname", subject.surname());
        json.put("givenName", subject.givenName());
        json.put("country", subject.country());
        json.put("snils", subject.snils());
        json.put("inn", subject.inn());
        if (subject.email() != null) {
            json.put("email", subject.email());
        }
        return json;
    }
}
