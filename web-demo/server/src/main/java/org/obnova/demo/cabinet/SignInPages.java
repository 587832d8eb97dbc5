// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.holders.CertificateLogin;
import org.obnova.demo.notifications.CodeSent;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.SitePages;
import org.obnova.demo.web.Visit;

/** Login by phone (a call's last four digits, then SMS) or by certificate; either leads on to the page that was asked for (S2). */
public final class SignInPages implements SitePages {
    private final Services services;

    public SignInPages(Services services) {
        this.services = services;
    }

    /** The nonce of a login by certificate. */
    private record Challenge(String nonce) {}

    @Override
    public Site site() {
        return Site.CABINET;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/sign-in", this::form);
        routes.post("/sign-in/phone", this::sendCode);
        routes.get("/sign-in/code", visit -> code(visit, null));
        routes.post("/sign-in/code", this::useCode);
        routes.post("/sign-in/repeat", this::repeatCode);
        routes.post("/sign-in/challenge", this::challenge);
        routes.post("/sign-in/certificate", this::certificate);
        routes.post("/sign-out", SignInPages::signOut);
    }

    private void form(Visit visit) {
        Entrance.remember(visit);
        show(visit, "", null);
    }

    private void show(Visit visit, String typed, @Nullable Problem problem) {
        visit.shows("sign-in", "");
        visit.page(
                "cabinet/sign-in",
                visit.texts().t("signin.title"),
                new SignInView(typed, problem == null ? null : visit.explain(problem)));
    }

    private void sendCode(Visit visit) {
        String typed = visit.field("phone");
        try {
            Phone phone = Phone.parse(typed);
            keep(visit, phone, services.loginCodes().send(phone));
        } catch (Problem problem) {
            boolean codeUnderWay = problem.code() == ProblemCode.CODE_TOO_SOON
                    && visit.session().find(PhoneLogin.class).isPresent();
            if (!codeUnderWay) {
                show(visit, typed, problem);
                return;
            }
        }
        visit.goTo("/sign-in/code");
    }

    private void repeatCode(Visit visit) {
        PhoneLogin login = phoneLogin(visit);
        try {
            keep(visit, login.phone(), services.loginCodes().send(login.phone()));
        } catch (Problem problem) {
            code(visit, problem);
            return;
        }
        visit.goTo("/sign-in/code");
    }

    private static void keep(Visit visit, Phone phone, CodeSent sent) {
        visit.session().keep(PhoneLogin.class, new PhoneLogin(phone, sent));
    }

    private static PhoneLogin phoneLogin(Visit visit) {
        return visit.session()
                .find(PhoneLogin.class)
                .orElseThrow(() -> new Problem(ProblemCode.LOGIN_REQUIRED, "no login by phone is under way"));
    }

    private void code(Visit visit, @Nullable Problem problem) {
        PhoneLogin login = visit.session().find(PhoneLogin.class).orElse(null);
        if (login == null) {
            visit.goTo("/sign-in");
            return;
        }
        visit.shows("sign-in-code", "");
        visit.page(
                "cabinet/code",
                visit.texts().t("signin.code.title"),
                new CodePage(
                        CodePage.Use.SIGN_IN,
                        CodeView.of(
                                login.phone(), login.sent(), services.clock().instant(), visit, problem)));
    }

    private void useCode(Visit visit) {
        PhoneLogin login = phoneLogin(visit);
        try {
            services.loginCodes().use(login.phone(), visit.field("code"));
        } catch (Problem problem) {
            code(visit, problem);
            return;
        }
        visit.goTo(Entrance.enter(visit, services.accounts().byPhone(login.phone())));
    }

    private void challenge(Visit visit) {
        String nonce = services.certificateLogin().challenge();
        visit.session().keep(Challenge.class, new Challenge(nonce));
        visit.json(Map.of("nonce", nonce));
    }

    private void certificate(Visit visit) {
        Challenge challenge = visit.session()
                .take(Challenge.class)
                .orElseThrow(() -> new Problem(ProblemCode.CHALLENGE_STALE, "no login is under way"));
        CertificateLogin.Login login = services.certificateLogin()
                .verify(visit.ownOrigin(), challenge.nonce(), visit.text("text"), visit.der("signature"));
        visit.json(Map.of("next", Entrance.enter(visit, services.accounts().byHolder(login.holder()))));
    }

    private static void signOut(Visit visit) {
        visit.endSession();
        visit.goTo("/sign-in");
    }
}
