// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.Reason;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.staff.Colleague;
import org.obnova.demo.staff.Duty;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Visit;

/** People, their certificates, and the applications that clerks create for them. Whom somebody looked for is kept in the session, never in an address. */
final class PeoplePages {
    private final Services services;
    private final Cases cases;

    PeoplePages(Services services) {
        this.services = services;
        this.cases = new Cases(services);
    }

    /** Whom somebody looked for. */
    private record Asked(String text) {}

    void register(Routes routes) {
        routes.get("/people", Gate.page(Duty.READ_PEOPLE, (visit, colleague) -> show(visit, colleague, null)));
        routes.post("/people/find", Gate.act(Duty.READ_PEOPLE, (visit, colleague) -> {
            visit.session().keep(Asked.class, new Asked(visit.field("text")));
            visit.goTo("/people");
        }));
        routes.post("/applications", Gate.act(Duty.CREATE_APPLICATION, this::create));
    }

    private void show(Visit visit, Colleague colleague, @Nullable Problem problem) {
        String asked = visit.session().find(Asked.class).map(Asked::text).orElse("");
        List<PeopleView.Found> found = services.staff().people().find(asked, colleague.employer()).stream()
                .map(holder -> new PeopleView.Found(
                        holder,
                        services.holders().certificates(holder),
                        services.applications().ofHolder(holder.id()).stream()
                                .filter(cases::sent)
                                .toList()))
                .toList();
        Problem nobody = asked.isEmpty() || !found.isEmpty()
                ? problem
                : new Problem(ProblemCode.NOBODY_FOUND, "nobody of that name or number");
        visit.shows("people", found.isEmpty() ? "none" : "found");
        visit.page(
                "operator/people",
                visit.texts().t("operator.people"),
                new PeopleView(colleague, asked, found, nobody == null ? null : visit.explain(nobody)));
    }

    private void create(Visit visit, Colleague colleague) {
        Holder holder = services.holders()
                .byId(visit.field("holder"))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such person"));
        Application created;
        try {
            created = services.staff().counter().open(holder, reason(visit.field("reason")), Gate.actor(colleague));
        } catch (Problem problem) {
            show(visit, colleague, problem);
            return;
        }
        visit.goTo("/applications/" + created.id());
    }

    private static Reason reason(String name) {
        return PeopleView.REASONS.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.field("reason", "no such reason"));
    }
}
