// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.extern;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.obnova.demo.holders.CertificateLogin;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.SitePages;
import org.obnova.demo.web.Visit;

/** The portal's pages. Which person the browser belongs to is the demo's choice; who logs in is proved by the certificate. */
public final class ExternPages implements SitePages {
    /** So many people may be chosen on the login page. */
    private static final int SHOWN = 20;

    private final Services services;
    private final CertificateRows rows;

    public ExternPages(Services services) {
        this.services = services;
        this.rows = new CertificateRows(services.holders(), services.clock());
    }

    /** The nonce of a login that is under way. */
    private record Challenge(String nonce) {}

    /** The certificate by which somebody has logged in. */
    private record Ticket(String sha256) {}

    @Override
    public Site site() {
        return Site.EXTERN;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/", this::login);
        routes.post("/sign-in/challenge", this::challenge);
        routes.post("/sign-in", this::signIn);
        routes.get("/welcome", this::welcome);
        routes.post("/sign-out", ExternPages::signOut);
    }

    private void login(Visit visit) {
        List<Holder> people = services.holders().first(SHOWN);
        Holder shown = visit.query("certificate")
                .flatMap(services.holders()::byCertificate)
                .or(() -> numbered(people, visit.query("person").orElse("")))
                .or(() -> people.stream().findFirst())
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "the demo has no people"));
        visit.shows("login", "");
        visit.page("extern/login", visit.texts().t("extern.login.title"), new LoginView(people, shown, rows.of(shown)));
    }

    /** By a place in the list: an address never says who it is about. */
    private static Optional<Holder> numbered(List<Holder> people, String number) {
        return IntStream.range(0, people.size())
                .filter(place -> String.valueOf(place + 1).equals(number))
                .mapToObj(people::get)
                .findFirst();
    }

    private void challenge(Visit visit) {
        String nonce = services.certificateLogin().challenge();
        visit.session().keep(Challenge.class, new Challenge(nonce));
        visit.json(Map.of("nonce", nonce));
    }

    private void signIn(Visit visit) {
        Challenge challenge = visit.session()
                .take(Challenge.class)
                .orElseThrow(() -> new Problem(ProblemCode.CHALLENGE_STALE, "no login is under way"));
        CertificateLogin.Login login = services.certificateLogin()
                .verify(visit.ownOrigin(), challenge.nonce(), visit.text("text"), visit.der("signature"));
        visit.renewSession();
        visit.session().keep(Ticket.class, new Ticket(login.certificate().sha256()));
        visit.json(Map.of("next", "/welcome"));
    }

    private void welcome(Visit visit) {
        Ticket ticket = visit.session().find(Ticket.class).orElse(null);
        if (ticket == null) {
            visit.goTo("/");
            return;
        }
        Holder holder = services.holders()
                .byCertificate(ticket.sha256())
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "the certificate is nobody's any more"));
        CertificateRow row = rows.of(holder).stream()
                .filter(held -> held.sha256().equals(ticket.sha256()))
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "the certificate is gone"));
        visit.person(holder.subject().commonName());
        visit.role("holder");
        visit.shows("welcome", row.status().key());
        visit.page("extern/welcome", visit.texts().t("extern.welcome.title"), row);
    }

    private static void signOut(Visit visit) {
        visit.endSession();
        visit.goTo("/");
    }
}
