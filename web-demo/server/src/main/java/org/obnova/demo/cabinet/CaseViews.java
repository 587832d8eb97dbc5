// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.documents.FileFormat;
import org.obnova.demo.documents.PowerOfAttorney;
import org.obnova.demo.documents.Upload;
import org.obnova.demo.documents.UploadKind;
import org.obnova.demo.documents.Uploads;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Course;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.registers.Outcome;
import org.obnova.demo.review.Casework;
import org.obnova.demo.review.Couriers;
import org.obnova.demo.review.Requirement;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Visit;

/** Puts together what the pages of documents, sending, review and visit show. */
final class CaseViews {
    private final Services services;
    private final Casework casework;
    private final Uploads uploads;

    CaseViews(Services services) {
        this.services = services;
        this.casework = services.casework();
        this.uploads = services.uploads();
    }

    /**
     * @param problem what was wrong with what the person sent
     * @param wrong for which document a file was sent, where it was a file
     */
    CaseView of(Visit visit, Application application, @Nullable Problem problem, @Nullable UploadKind wrong) {
        List<Upload> present = uploads.list(application.id());
        Map<String, PowerOfAttorney> attorneys = casework.attorneys(application);
        List<CaseView.Row> rows = casework.requirements(application).stream()
                .map(wanted -> row(
                        wanted,
                        present,
                        attorneys,
                        problem != null && wanted.kind() == wrong ? visit.explain(problem) : null))
                .toList();
        Course course = services.applications().course(application);
        CaseView.Sending sending = sending(visit, application, course, problem);
        boolean beside = wrong != null || sending.besideField();
        return new CaseView(
                application,
                Trail.at(application.state(), course),
                rows,
                agreed(application),
                earlier(application, rows),
                sending,
                services.regime().promisedReviewHours(),
                problem == null || beside ? null : visit.explain(problem));
    }

    private CaseView.Row row(
            Requirement wanted,
            List<Upload> present,
            Map<String, PowerOfAttorney> attorneys,
            org.obnova.demo.web.@Nullable ProblemDocument problem) {
        Set<FileFormat> formats = uploads.readable(wanted.kind());
        return new CaseView.Row(
                wanted,
                present.stream().filter(one -> one.kind() == wanted.kind()).toList(),
                attorneys,
                FileFormat.labels(formats),
                FileFormat.accept(formats),
                problem);
    }

    private CaseView.Sending sending(Visit visit, Application application, Course course, @Nullable Problem problem) {
        return new CaseView.Sending(
                casework.manner(application),
                casework.arrangement(application),
                casework.appointment(application),
                casework.centres(),
                course.passes(ApplicationState.VISIT),
                application.details().organisation() != null,
                courier(visit, application, problem));
    }

    private @Nullable CourierView courier(Visit visit, Application application, @Nullable Problem problem) {
        Couriers couriers = casework.couriers();
        return couriers.of(application.id())
                .map(courier -> CourierView.of(courier, couriers.days(), visit, problem))
                .orElse(null);
    }

    private List<String> agreed(Application application) {
        return services.applications().answers(application.id()).stream()
                .filter(answer -> answer.outcome() == Outcome.AGREES)
                .map(answer -> answer.register().name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private List<Upload> earlier(Application application, List<CaseView.Row> rows) {
        return uploads.reusable(application.holder(), application.id()).stream()
                .filter(upload -> rows.stream()
                        .anyMatch(row ->
                                row.kind() == upload.kind() && row.uploads().isEmpty()))
                .toList();
    }
}
