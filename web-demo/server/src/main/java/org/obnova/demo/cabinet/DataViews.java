// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.Change;
import org.obnova.demo.identity.FieldErrors;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Visit;

/** What the step of the data shows: the form where something is missing or the person wants to edit, else what stands in it. */
final class DataViews {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final Services services;

    DataViews(Services services) {
        this.services = services;
    }

    /** An organisation's rows that the register has just changed; shown once. */
    record Refreshed(String application, Set<String> rows) {
        static Refreshed between(String application, Organisation before, Organisation after) {
            Set<String> rows = new HashSet<>();
            differs(rows, "name", before.name(), after.name());
            differs(rows, "ogrn", before.ogrn(), after.ogrn());
            differs(rows, "address", before.address(), after.address());
            differs(rows, "head", before.head(), after.head());
            differs(rows, "headPosition", before.headPosition(), after.headPosition());
            return new Refreshed(application, Set.copyOf(rows));
        }

        private static void differs(Set<String> rows, String row, Object before, Object after) {
            if (!before.equals(after)) {
                rows.add(row);
            }
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(services.clock().instant(), MOSCOW);
    }

    /** What is wrong in the form as it stands. */
    FieldErrors errors(Application application) {
        return application
                .details()
                .typed()
                .read(today(), application.applicant().kind().mustSay())
                .errors();
    }

    DataView of(Visit visit, Application application) {
        boolean whole = errors(application).isEmpty();
        boolean editing = !whole || visit.query("edit").isPresent();
        return view(visit, application, editing, FieldErrors.none(), false);
    }

    /** The form with what is wrong in it. */
    DataView wrong(Visit visit, Application application, FieldErrors errors) {
        return view(visit, application, true, errors, false);
    }

    DataView withoutConsent(Visit visit, Application application) {
        return view(visit, application, false, FieldErrors.none(), true);
    }

    private DataView view(
            Visit visit, Application application, boolean editing, FieldErrors errors, boolean consentMissing) {
        PersonForm typed = application.details().typed();
        List<Change> changes = services.personalData()
                .personOf(application.holder())
                .map(known -> Change.between(known, typed))
                .orElse(List.of());
        Set<String> refreshed = visit.session()
                .take(Refreshed.class)
                .filter(one -> one.application().equals(application.id()))
                .map(Refreshed::rows)
                .orElse(Set.of());
        return new DataView(
                typed,
                application.applicant().kind(),
                editing,
                errors,
                consentMissing,
                application.renews().isPresent() ? changes : List.of(),
                application.details().organisation(),
                refreshed,
                visit.session()
                        .find(PassportPages.Read.class)
                        .filter(read -> read.application().equals(application.id()))
                        .map(PassportPages.Read::fields)
                        .orElse(Map.of()));
    }
}
