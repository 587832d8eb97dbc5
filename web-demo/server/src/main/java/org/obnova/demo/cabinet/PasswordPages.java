// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.SitePages;
import org.obnova.demo.web.Visit;

/** Login by e-mail and password (S2), for those who set one in their profile. */
public final class PasswordPages implements SitePages {
    private final Services services;

    public PasswordPages(Services services) {
        this.services = services;
    }

    @Override
    public Site site() {
        return Site.CABINET;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/sign-in/password", visit -> show(visit, "", null));
        routes.post("/sign-in/password", this::enter);
    }

    private static void show(Visit visit, String typed, @Nullable Problem problem) {
        visit.shows("sign-in-password", "");
        visit.page(
                "cabinet/password",
                visit.texts().t("signin.title"),
                new SignInView(typed, problem == null ? null : visit.explain(problem)));
    }

    private void enter(Visit visit) {
        String email = visit.field("email");
        try {
            visit.goTo(Entrance.enter(visit, services.accounts().byPassword(email, visit.secret("password"))));
        } catch (Problem problem) {
            show(visit, email, problem);
        }
    }
}
