// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.List;
import java.util.Optional;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.regime.Regime;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.SitePages;
import org.obnova.demo.web.Visit;

/** The list of applications, the page of each one, and its files (S5). */
public final class ApplicationPages implements SitePages {
    private final Services services;
    private final Access access;
    private final Artefacts artefacts;
    private final ApplicationPage page;

    public ApplicationPages(Services services) {
        this.services = services;
        this.access = new Access(services);
        this.artefacts = new Artefacts(services);
        this.page = new ApplicationPage(services, artefacts);
    }

    @Override
    public Site site() {
        return Site.CABINET;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/", visit -> access.page(visit, person -> list(visit, person)));
        routes.get("/renewals/new", visit -> access.page(visit, person -> begin(visit, person)));
        routes.get(
                "/applications/{id}", visit -> access.page(visit, person -> page.show(visit, access.own(visit), null)));
        routes.get("/applications/{id}/files/{name}", this::file);
    }

    private void list(Visit visit, SignedIn person) {
        List<ApplicationListView.Person> people = person.holders().stream()
                .map(services.holders()::byId)
                .flatMap(Optional::stream)
                .map(this::rows)
                .toList();
        visit.shows("applications", "");
        visit.page(
                "cabinet/applications",
                visit.texts().t("applications.title"),
                new ApplicationListView(people, WaitingView.of(people, person, services)));
    }

    private ApplicationListView.Person rows(Holder holder) {
        List<Application> applications = services.applications().ofHolder(holder.id());
        return new ApplicationListView.Person(
                holder,
                services.holders().certificates(holder).stream()
                        .map(held -> row(held, served(holder), applications))
                        .toList(),
                applications.stream()
                        .filter(application -> application.renews().isEmpty())
                        .map(application -> new ApplicationListView.Begun(application, Steps.key(application.state())))
                        .toList());
    }

    private boolean served(Holder holder) {
        return holder.kind().servedEverywhere() || services.regime().heads() == Regime.Heads.SERVED;
    }

    private static ApplicationListView.Row row(HolderCertificate held, boolean served, List<Application> applications) {
        return applications.stream()
                .filter(application -> application.replaces(held.issued().sha256()))
                .findFirst()
                .map(application ->
                        new ApplicationListView.Row(held, served, application, Steps.key(application.state())))
                .orElseGet(() -> new ApplicationListView.Row(held, served, null, null));
    }

    /** Where the button of the portal leads: begins the renewal of that certificate, or goes on with it. */
    private void begin(Visit visit, SignedIn person) {
        String sha256 = visit.query("certificate").orElse("");
        Holder holder = services.holders()
                .byCertificate(sha256)
                .filter(owner -> person.holders().contains(owner.id()))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such certificate of this person"));
        Application application = services.applications().open(sha256, holder);
        visit.goTo("/applications/" + application.id());
    }

    private void file(Visit visit) {
        String name = visit.part("name");
        Artefacts.Artefact file = artefacts
                .find(access.own(visit), name)
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such file yet"));
        visit.download(name, file.type(), file.bytes());
    }
}
