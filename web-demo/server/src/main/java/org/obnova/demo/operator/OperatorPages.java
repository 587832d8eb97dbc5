// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

import java.util.Locale;
import java.util.function.Consumer;
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
import org.obnova.demo.review.OperatorLogin;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.SitePages;
import org.obnova.demo.web.Visit;

/** The pages of the operators' site. Everything but the login wants an operator; only applications that wait for one are shown. */
public final class OperatorPages implements SitePages {
    private final Services services;
    private final Applications applications;
    private final Casework casework;
    private final Uploads uploads;
    private final OperatorLogin login;

    /** Pages over those services. */
    public OperatorPages(Services services, OperatorLogin login) {
        this.services = services;
        this.applications = services.applications();
        this.casework = services.casework();
        this.uploads = services.uploads();
        this.login = login;
    }

    @Override
    public Site site() {
        return Site.OPERATOR;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/", visit -> page(visit, operator -> queue(visit)));
        routes.post("/sign-in", this::signIn);
        routes.post("/sign-out", visit -> {
            visit.endSession();
            visit.goTo("/");
        });
        routes.get(
                "/regime",
                visit -> page(visit, operator -> {
                    visit.shows("regime", services.regime().name());
                    visit.page(
                            "operator/regime", visit.texts().t("operator.regime"), new RegimeView(services.regime()));
                }));
        String path = "/applications/{id}";
        routes.get(path, visit -> page(visit, operator -> file(visit, application(visit), "", null)));
        routes.post(
                path + "/approve", visit -> decide(visit, operator -> casework.approve(id(visit), operator.name())));
        routes.post(
                path + "/reject",
                visit -> decide(visit, operator -> casework.reject(id(visit), operator.name(), visit.field("remark"))));
        routes.post(
                path + "/identified",
                visit -> decide(
                        visit,
                        operator -> casework.identified(
                                id(visit),
                                operator.name(),
                                visit.field("originals").equals("yes"))));
        routes.get(path + "/documents/{upload}/pages/{page}", this::picture);
        routes.get(path + "/documents/{upload}/file", this::download);
    }

    private void page(Visit visit, Consumer<Operator> page) {
        Operator operator = visit.session().find(Operator.class).orElse(null);
        if (operator == null) {
            signInPage(visit, "", null);
        } else {
            visit.person(operator.name());
            page.accept(operator);
        }
    }

    private static Operator operator(Visit visit) {
        Operator operator = visit.session()
                .find(Operator.class)
                .orElseThrow(() -> new Problem(ProblemCode.LOGIN_REQUIRED, "no operator is logged in"));
        visit.person(operator.name());
        return operator;
    }

    private void signIn(Visit visit) {
        String name = visit.field("name");
        try {
            login.check(name, visit.field("password"));
        } catch (Problem problem) {
            signInPage(visit, name, problem);
            return;
        }
        visit.renewSession();
        visit.session().keep(Operator.class, new Operator(name));
        visit.goTo("/");
    }

    private static void signInPage(Visit visit, String name, @Nullable Problem problem) {
        visit.shows("sign-in", "");
        visit.page(
                "operator/sign-in",
                visit.texts().t("operator.sign-in"),
                new SignInView(name, problem == null ? null : visit.explain(problem)));
    }

    private void queue(Visit visit) {
        visit.shows("queue", "");
        visit.page(
                "operator/queue",
                visit.texts().t("operator.queue"),
                new QueueView(casework.waiting(ApplicationState.REVIEW), casework.waiting(ApplicationState.VISIT)));
    }

    private void decide(Visit visit, Consumer<Operator> decision) {
        Operator operator = operator(visit);
        Application application = application(visit);
        try {
            if (!visit.field("seen").equals(CaseFileView.seen(application))) {
                throw new Problem(ProblemCode.STEP_OUT_OF_ORDER, "the application has changed since it was shown");
            }
            decision.accept(operator);
        } catch (Problem problem) {
            file(visit, application, visit.field("remark"), problem);
            return;
        }
        visit.goTo("/");
    }

    private void file(Visit visit, Application application, String typed, @Nullable Problem problem) {
        visit.shows("case", application.state().name().toLowerCase(Locale.ROOT));
        visit.page(
                "operator/file",
                visit.texts().t("operator.case"),
                new CaseFileView(
                        application,
                        applications.answers(application.id()),
                        statement(application),
                        uploads.list(application.id()),
                        casework.missing(application),
                        casework.decisions(application.id()),
                        casework.arrangement(application),
                        casework.appointment(application),
                        typed,
                        problem == null ? null : visit.explain(problem)));
    }

    private @Nullable Document statement(Application application) {
        return application.state().before(ApplicationState.STATEMENT) ? null : applications.statement(application.id());
    }

    private void picture(Visit visit) {
        operator(visit);
        String page = visit.part("page");
        if (!page.matches("[1-9][0-9]?")) {
            throw new Problem(ProblemCode.NOT_FOUND, "no such page");
        }
        visit.picture(uploads.preview(upload(visit).id(), Integer.parseInt(page))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such page")));
    }

    private void download(Visit visit) {
        operator(visit);
        Upload upload = upload(visit);
        visit.foreignFile(
                upload.kind().name().toLowerCase(Locale.ROOT) + "."
                        + upload.format().extension(),
                upload.format().mediaType(),
                uploads.open(upload.id()));
    }

    private Upload upload(Visit visit) {
        Application application = application(visit);
        return uploads.find(visit.part("upload"))
                .filter(upload -> upload.application().equals(application.id()))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such document of this application"));
    }

    /** Operators see what has come to them, not what people are still filling in. */
    private Application application(Visit visit) {
        return applications
                .find(id(visit))
                .filter(application -> !application.state().before(ApplicationState.REVIEW)
                        || !casework.decisions(application.id()).isEmpty())
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such application was sent"));
    }

    private static String id(Visit visit) {
        return visit.part("id");
    }
}
