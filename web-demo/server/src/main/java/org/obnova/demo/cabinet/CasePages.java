// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.obnova.demo.documents.FileFormat;
import org.obnova.demo.documents.UploadKind;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Document;
import org.obnova.demo.enrolment.Route;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.Person;
import org.obnova.demo.print.GuideSheet;
import org.obnova.demo.print.Prints;
import org.obnova.demo.print.ProxySheet;
import org.obnova.demo.print.StatementSheet;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.review.Casework;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.SitePages;
import org.obnova.demo.web.Visit;

/** The steps of paper, documents, service centre, review and visit, and what is printed for them (S10 to S14). */
public final class CasePages implements SitePages {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final String PDF = "application/pdf";
    private static final Set<ApplicationState> WAITING = EnumSet.of(ApplicationState.REVIEW, ApplicationState.VISIT);

    private final Services services;
    private final Casework casework;
    private final Access access;
    private final CasePage page;
    private final Prints prints = new Prints();

    /** Pages over those services. */
    public CasePages(Services services) {
        this.services = services;
        this.casework = services.casework();
        this.access = new Access(services);
        this.page = new CasePage(services);
    }

    @Override
    public Site site() {
        return Site.CABINET;
    }

    @Override
    public void register(Routes routes) {
        String path = "/applications/{id}";
        for (String step : Set.of("paper", "documents", "centre", "review", "visit")) {
            routes.get(path + "/" + step, visit -> access.page(visit, person -> show(visit, step)));
        }
        routes.post(
                path + "/documents-done",
                visit -> decide(visit, (sent, application) -> casework.documentsUploaded(application.id())));
        routes.post(path + "/centre", visit -> decide(visit, this::send));
        routes.post(path + "/courier", visit -> decide(visit, this::order));
        routes.get(path + "/decided", this::decided);
        routes.get(path + "/prints/statement.pdf", this::statement);
        routes.get(path + "/prints/proxy-to-receive.pdf", visit -> {
            ProxySheet sheet = proxy(access.own(visit));
            visit.download("proxy-to-receive.pdf", PDF, prints.proxyToReceive(sheet));
        });
        routes.get(path + "/prints/right-to-sign.pdf", visit -> {
            ProxySheet sheet = proxy(access.own(visit));
            visit.download("right-to-sign.pdf", PDF, prints.rightToSign(sheet));
        });
        routes.get("/guide.pdf", this::guide);
    }

    private void show(Visit visit, String step) {
        Application application = access.own(visit);
        boolean paper = application.state() != ApplicationState.STATEMENT
                || application.progress().route() == Route.PAPER;
        if (paper && CasePage.template(application.state()).equals(step)) {
            page.show(visit, application, null);
        } else {
            visit.goTo(pathOf(application));
        }
    }

    /** A courier's address and time come with the application that they belong to. */
    private void send(Visit visit, Application application) {
        boolean courier = casework.couriers().of(application.id()).isPresent()
                && services.applications().course(application).passes(ApplicationState.VISIT);
        if (courier) {
            order(visit, application);
        }
        casework.send(application.id(), visit.field("centre"));
    }

    private void order(Visit visit, Application application) {
        casework.couriers().order(application.id(), visit.field("address"), visit.field("day"), visit.field("hours"));
    }

    /** What the holder sends; what is refused is shown in the same page. */
    private void decide(Visit visit, BiConsumer<Visit, Application> decision) {
        Application application = access.own(visit);
        try {
            decision.accept(visit, application);
        } catch (Problem problem) {
            page.show(visit, application, problem);
            return;
        }
        visit.goTo(pathOf(application));
    }

    /** Asked again and again by the waiting pages: nothing until something was decided or the courier left, then the order to reload (htmx). */
    private void decided(Visit visit) {
        Application application = access.own(visit);
        String courier = casework.couriers()
                .of(application.id())
                .map(one -> one.stage().key())
                .orElse("");
        if (WAITING.contains(application.state())
                && Steps.key(application.state()).equals(visit.query("step").orElse(""))
                && courier.equals(visit.query("courier").orElse(""))) {
            visit.nothingNew();
        } else {
            visit.reload();
        }
    }

    private void statement(Visit visit) {
        Application application = access.own(visit);
        Document statement = services.applications().statement(application.id());
        String name = person(application).name().full();
        visit.download(
                "statement.pdf",
                PDF,
                prints.statement(new StatementSheet(statement.title(), statement.text(), name, application.id())));
    }

    private ProxySheet proxy(Application application) {
        Organisation organisation = Optional.ofNullable(application.details().organisation())
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no organisation in this application"));
        return new ProxySheet(organisation, person(application), today());
    }

    private Person person(Application application) {
        return Optional.ofNullable(application.details().confirmed())
                .flatMap(form -> form.read(today()).whole())
                .orElseThrow(() -> new Problem(ProblemCode.STEP_OUT_OF_ORDER, "the data are not confirmed yet"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(services.clock().instant(), MOSCOW);
    }

    private void guide(Visit visit) {
        Set<FileFormat> all = services.uploads().readable(UploadKind.INN);
        String besides = services.uploads().readable(UploadKind.PASSPORT).stream()
                .filter(format -> !all.contains(format))
                .sorted()
                .map(FileFormat::label)
                .collect(Collectors.joining(", "));
        String language = visit.texts().language().code();
        visit.download(
                "guide-" + language + ".pdf",
                PDF,
                prints.guide(
                        language,
                        new GuideSheet(
                                UploadKind.MOST_BYTES / (1024 * 1024),
                                UploadKind.LEAST_DPI,
                                UploadKind.MOST_DPI,
                                UploadKind.MOST_PAGES,
                                FileFormat.labels(all),
                                besides)));
    }

    private static String pathOf(Application application) {
        return "/applications/" + application.id();
    }
}
