// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

import org.obnova.demo.audit.About;
import org.obnova.demo.audit.AuditAction;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.staff.Colleague;
import org.obnova.demo.staff.Duty;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.SitePages;
import org.obnova.demo.web.Visit;

/** The pages of the operators' site. Everything but the login wants somebody who is logged in. */
public final class OperatorPages implements SitePages {
    private final Services services;

    /** Pages over those services. */
    public OperatorPages(Services services) {
        this.services = services;
    }

    @Override
    public Site site() {
        return Site.OPERATOR;
    }

    @Override
    public void register(Routes routes) {
        routes.post("/sign-in", this::signIn);
        routes.post("/sign-out", this::signOut);
        routes.get("/regime", Gate.page(Duty.READ_REGIME, (visit, colleague) -> {
            visit.shows("regime", services.regime().name());
            visit.page(
                    "operator/regime",
                    visit.texts().t("operator.regime"),
                    new RegimeView(services.regime(), services.machineRules()));
        }));
        new QueuePages(services).register(routes);
        new CasePages(services).register(routes);
        new CounterPages(services).register(routes);
        new PeoplePages(services).register(routes);
        new CertificatePages(services).register(routes);
        new AuditPages(services.staff().audit()).register(routes);
    }

    private void signIn(Visit visit) {
        String name = visit.field("name");
        Colleague colleague;
        try {
            colleague = services.staff().login().check(name, visit.secret("password"), visit.address());
        } catch (Problem problem) {
            Gate.signIn(visit, name, problem);
            return;
        }
        visit.renewSession();
        visit.session().keep(Colleague.class, colleague);
        record(colleague, AuditAction.OPERATOR_SIGNED_IN);
        visit.goTo("/");
    }

    private void signOut(Visit visit) {
        visit.session().find(Colleague.class).ifPresent(one -> record(one, AuditAction.OPERATOR_SIGNED_OUT));
        visit.endSession();
        visit.goTo("/");
    }

    private void record(Colleague colleague, AuditAction action) {
        services.staff().audit().record(Gate.actor(colleague), action, About.object("operator", colleague.name()));
    }
}
