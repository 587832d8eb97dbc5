// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.accounts.Account;
import org.obnova.demo.notifications.CodeSent;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.SitePages;
import org.obnova.demo.web.Visit;

/** The profile behind one's name: the phones by which one logs in, each proven by a code, and the password (S2). */
public final class ProfilePages implements SitePages {
    private static final String PHONE = "phone";
    private static final String PASSWORD = "password";

    private final Services services;
    private final Access access;

    public ProfilePages(Services services) {
        this.services = services;
        this.access = new Access(services);
    }

    /** A phone that waits for its code. */
    private record NewPhone(Phone phone, CodeSent sent) {}

    /** What has just been done: said once. */
    private record Said(String key) {}

    @Override
    public Site site() {
        return Site.CABINET;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/profile", visit -> access.page(visit, person -> profile(visit, person)));
        routes.post("/profile/phones", this::prove);
        routes.get("/profile/phone", visit -> access.page(visit, person -> code(visit, null)));
        routes.post("/profile/phone/repeat", this::repeat);
        routes.post("/profile/phone/code", this::add);
        routes.post("/profile/phones/removal", this::remove);
        routes.post("/profile/password", this::changePassword);
    }

    private static void profile(Visit visit, SignedIn person) {
        String said = visit.session().take(Said.class).map(Said::key).orElse("");
        String email = Optional.ofNullable(person.account().email()).orElse("");
        show(visit, new ProfileView(person.account(), "", email, "", null, said));
    }

    private static void show(Visit visit, ProfileView view) {
        visit.shows("profile", "");
        visit.page("cabinet/profile", visit.texts().t("profile.title"), view);
    }

    private static void refused(Visit visit, Account account, String form, String typed, Problem problem) {
        boolean phone = form.equals(PHONE);
        String email = Optional.ofNullable(account.email()).orElse("");
        show(
                visit,
                new ProfileView(account, phone ? typed : "", phone ? email : typed, form, visit.explain(problem), ""));
    }

    private void prove(Visit visit) {
        Account account = access.signedIn(visit).account();
        String typed = visit.field(PHONE);
        try {
            Phone phone = Phone.parse(typed);
            boolean underWay = visit.session()
                    .find(NewPhone.class)
                    .filter(other -> other.phone().equals(phone))
                    .filter(other ->
                            services.clock().instant().isBefore(other.sent().repeatAfter()))
                    .isPresent();
            if (!underWay) {
                keep(visit, phone, services.accounts().provePhone(account, phone));
            }
        } catch (Problem problem) {
            refused(visit, account, PHONE, typed, problem);
            return;
        }
        visit.goTo("/profile/phone");
    }

    private static void keep(Visit visit, Phone phone, CodeSent sent) {
        visit.session().keep(NewPhone.class, new NewPhone(phone, sent));
    }

    private void code(Visit visit, @Nullable Problem problem) {
        NewPhone added = visit.session().find(NewPhone.class).orElse(null);
        if (added == null) {
            visit.goTo("/profile");
            return;
        }
        CodeView form =
                CodeView.of(added.phone(), added.sent(), services.clock().instant(), visit, problem);
        visit.shows("profile-phone", "");
        visit.page("cabinet/code", visit.texts().t("profile.phone.title"), new CodePage(CodePage.Use.PROFILE, form));
    }

    private static NewPhone newPhone(Visit visit) {
        return visit.session()
                .find(NewPhone.class)
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no phone waits for its code"));
    }

    private void repeat(Visit visit) {
        Account account = access.signedIn(visit).account();
        Phone phone = newPhone(visit).phone();
        try {
            keep(visit, phone, services.accounts().provePhone(account, phone));
        } catch (Problem problem) {
            code(visit, problem);
            return;
        }
        visit.goTo("/profile/phone");
    }

    private void add(Visit visit) {
        Account account = access.signedIn(visit).account();
        try {
            done(
                    visit,
                    services.accounts().addPhone(account, newPhone(visit).phone(), visit.field("code")),
                    "phone.added");
        } catch (Problem problem) {
            code(visit, problem);
            return;
        }
        visit.session().take(NewPhone.class);
    }

    private void remove(Visit visit) {
        Account account = access.signedIn(visit).account();
        try {
            done(visit, services.accounts().removePhone(account, Phone.parse(visit.field(PHONE))), "phone.removed");
        } catch (Problem problem) {
            refused(visit, account, PHONE, "", problem);
        }
    }

    private void changePassword(Visit visit) {
        Account account = access.signedIn(visit).account();
        String email = visit.field("email");
        try {
            Account changed =
                    services.accounts().changePassword(account, visit.secret("current"), email, visit.secret("fresh"));
            visit.renameSession();
            done(visit, changed, "password.changed");
        } catch (Problem problem) {
            refused(visit, account, PASSWORD, email, problem);
        }
    }

    private static void done(Visit visit, Account account, String said) {
        Access.keep(visit, account);
        visit.session().keep(Said.class, new Said(said));
        visit.goTo("/profile");
    }
}
