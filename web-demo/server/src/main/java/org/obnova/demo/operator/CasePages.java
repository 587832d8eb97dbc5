// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.documents.Upload;
import org.obnova.demo.documents.Uploads;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Applications;
import org.obnova.demo.enrolment.Document;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.review.Casework;
import org.obnova.demo.review.Counter;
import org.obnova.demo.review.Couriers;
import org.obnova.demo.review.Original;
import org.obnova.demo.staff.Colleague;
import org.obnova.demo.staff.Duty;
import org.obnova.demo.web.Action;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Visit;

/** One application: what is known of it, and what is decided. */
final class CasePages {
    private final Applications applications;
    private final Casework casework;
    private final Counter counter;
    private final Uploads uploads;
    private final Cases cases;

    CasePages(Services services) {
        this.applications = services.applications();
        this.casework = services.casework();
        this.counter = services.staff().counter();
        this.uploads = services.uploads();
        this.cases = new Cases(services);
    }

    void register(Routes routes) {
        String path = "/applications/{id}";
        routes.get(
                path,
                Gate.page(
                        Duty.READ_APPLICATIONS,
                        (visit, colleague) -> show(visit, colleague, cases.of(visit, colleague), null)));
        routes.post(
                path + "/approve",
                decision(Duty.DECIDE, (visit, colleague) -> casework.approve(id(visit), colleague.name())));
        routes.post(
                path + "/reject",
                decision(
                        Duty.DECIDE,
                        (visit, colleague) -> casework.reject(id(visit), colleague.name(), visit.field("remark"))));
        routes.post(
                path + "/identified",
                decision(
                        Duty.CHECK_IDENTITY,
                        (visit, colleague) -> casework.identified(
                                id(visit), colleague.name(), same(visit, cases.of(visit, colleague)))));
        routes.get(path + "/documents/{upload}/pages/{page}", Gate.act(Duty.READ_DOCUMENTS, this::picture));
        routes.get(path + "/documents/{upload}/file", Gate.act(Duty.READ_DOCUMENTS, this::download));
    }

    private Action decision(Duty duty, BiConsumer<Visit, Colleague> decision) {
        return Gate.act(duty, (visit, colleague) -> {
            Application application = cases.of(visit, colleague);
            try {
                casework.asSeen(application.id(), visit.field("seen"), () -> decision.accept(visit, colleague));
            } catch (Problem problem) {
                show(visit, colleague, application, problem);
                return;
            }
            visit.goTo("/");
        });
    }

    /** @param problem what was wrong with what was sent */
    void show(Visit visit, Colleague colleague, Application application, @Nullable Problem problem) {
        boolean sent = cases.sent(application);
        visit.shows("case", application.state().name().toLowerCase(Locale.ROOT));
        visit.page(
                "operator/file",
                visit.texts().t("operator.case"),
                new CaseFileView(
                        application,
                        colleague,
                        sent,
                        sent ? applications.answers(application.id()) : List.of(),
                        statement(application),
                        uploads.list(application.id()),
                        casework.missing(application),
                        casework.decisions(application.id()),
                        casework.arrangement(application),
                        casework.appointment(application),
                        counter.invoice(application.id()).orElse(null),
                        counter.token(application.id()).orElse(null),
                        courier(application),
                        new CaseFileView.Visiting(
                                casework.originals(application),
                                casework.seenOriginals(application.id()),
                                casework.attorneys(application)),
                        new CaseFileView.Typed(visit.field("remark"), visit.field("serial"), same(visit, application)),
                        problem == null ? null : visit.explain(problem)));
    }

    /** Ids of the papers that were ticked. */
    private Set<String> same(Visit visit, Application application) {
        return casework.originals(application).stream()
                .map(Original::id)
                .filter(id -> visit.field("same-" + id).equals("yes"))
                .collect(Collectors.toSet());
    }

    private CaseFileView.Courier courier(Application application) {
        Couriers couriers = casework.couriers();
        return new CaseFileView.Courier(
                couriers.of(application.id()).orElse(null), couriers.mayBeBought(application.id()));
    }

    private @Nullable Document statement(Application application) {
        return application.state().before(ApplicationState.STATEMENT) ? null : applications.statement(application.id());
    }

    private void picture(Visit visit, Colleague colleague) {
        String page = visit.part("page");
        if (!page.matches("[1-9][0-9]?")) {
            throw new Problem(ProblemCode.NOT_FOUND, "no such page");
        }
        visit.picture(uploads.preview(upload(visit, colleague).id(), Integer.parseInt(page))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such page")));
    }

    private void download(Visit visit, Colleague colleague) {
        Upload upload = upload(visit, colleague);
        visit.foreignFile(
                upload.kind().name().toLowerCase(Locale.ROOT) + "."
                        + upload.format().extension(),
                upload.format().mediaType(),
                uploads.open(upload.id()));
    }

    private Upload upload(Visit visit, Colleague colleague) {
        Application application = cases.of(visit, colleague);
        return uploads.find(visit.part("upload"))
                .filter(upload ->
                        cases.sent(application) && upload.application().equals(application.id()))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such document of this application"));
    }

    private static String id(Visit visit) {
        return visit.part("id");
    }
}
