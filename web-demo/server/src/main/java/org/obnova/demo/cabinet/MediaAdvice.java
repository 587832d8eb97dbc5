// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.media.CertificateUse;
import org.obnova.demo.media.MediaRules;
import org.obnova.demo.web.Language;

/**
 * What the page of the storage step says of media before it has seen any, and what its script compares them with (S17, S28).
 *
 * @param customs whether the certificate is for services of the customs
 * @param accepted ids of the products that alone are accepted; empty where everything is
 * @param serviceCentreOnly ids of the products that are refused here
 * @param names of products, by id, in the language of the page
 */
public record MediaAdvice(
        boolean customs, List<String> accepted, List<String> serviceCentreOnly, Map<String, String> names) {
    public MediaAdvice {
        accepted = List.copyOf(accepted);
        serviceCentreOnly = List.copyOf(serviceCentreOnly);
        names = Map.copyOf(names);
    }

    static MediaAdvice of(Application application, MediaRules rules, Language language) {
        Map<String, String> names = new TreeMap<>();
        rules.products().forEach((id, name) -> names.put(id, language == Language.RU ? name.ru() : name.en()));
        return new MediaAdvice(
                application.use() == CertificateUse.CUSTOMS,
                rules.accepted(application.use()),
                rules.serviceCentreOnly().stream().sorted().toList(),
                names);
    }

    /** The accepted products, as people call them. */
    public String acceptedNames() {
        return accepted.stream().map(names::get).collect(Collectors.joining(", "));
    }

    /** For the script: ids with spaces between. */
    public String acceptedIds() {
        return String.join(" ", accepted);
    }

    /** For the script: ids with spaces between. */
    public String refusedIds() {
        return String.join(" ", serviceCentreOnly);
    }
}
