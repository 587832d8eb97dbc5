// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.obnova.demo.ca.Bearer;
import org.obnova.demo.ca.CertificateSubject;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.holders.Holders;
import org.obnova.demo.regime.Regime;

/** How an application's statement may be given, and where the application goes then. */
final class Way {
    private final Holders holders;
    private final Regime regime;
    private final InstantSource clock;

    Way(Holders holders, Regime regime, InstantSource clock) {
        this.holders = holders;
        this.regime = regime;
        this.clock = clock;
    }

    /** Its course; before the data are confirmed, the one that it takes where nobody disagrees. */
    Course course(Application application) {
        Route route = application.progress().route();
        return route == null
                ? Course.of(expected(application), regime, true)
                : Course.of(route, regime, application.progress().registersAgree());
    }

    /** Whom its certificate will name, and in what capacity. */
    Bearer bearer(Application application) {
        return Subjects.bearer(application, regime);
    }

    ApplicationState after(Application application) {
        return course(application).after(application.state());
    }

    /** By signature where the holder has a valid certificate of the same name, SNILS and INN; else on paper. */
    Route route(Application application, CertificateSubject subject) {
        return certificates(application)
                        .anyMatch(held -> held.issued()
                                .subject()
                                .filter(subject::samePerson)
                                .isPresent())
                ? Route.SIGNATURE
                : Route.PAPER;
    }

    private Route expected(Application application) {
        return certificates(application).findAny().isPresent() ? Route.SIGNATURE : Route.PAPER;
    }

    private java.util.stream.Stream<HolderCertificate> certificates(Application application) {
        Instant now = clock.instant();
        return Optional.of(application.holder()).flatMap(holders::byId).stream()
                .flatMap(holder -> holders.certificates(holder).stream())
                .filter(held -> held.issued().revoked() == null && held.issued().validAt(now));
    }
}
