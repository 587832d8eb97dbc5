// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.obnova.demo.accounts.Account;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Visit;

/** Who may see what: everything in the cabinet passes here. */
final class Access {
    private final Services services;

    Access(Services services) {
        this.services = services;
    }

    /** Runs a page for a person who is logged in; anybody else logs in first and then comes to that same page. */
    void page(Visit visit, Consumer<SignedIn> page) {
        find(visit)
                .ifPresentOrElse(
                        page,
                        () -> visit.goTo("/sign-in?to=" + URLEncoder.encode(visit.path(), StandardCharsets.UTF_8)));
    }

    SignedIn signedIn(Visit visit) {
        return find(visit).orElseThrow(() -> new Problem(ProblemCode.LOGIN_REQUIRED, "no one is logged in"));
    }

    /** The application of the path. That of somebody else is as unknown as one that does not exist. */
    Application own(Visit visit) {
        SignedIn person = signedIn(visit);
        return services.applications()
                .find(visit.part("id"))
                .filter(application -> person.holders().contains(application.holder()))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such application of this person"));
    }

    /** Keeps in the session who has just logged in, or what has just become of the account. */
    static void keep(Visit visit, Account account) {
        visit.session().keep(SignedIn.Ticket.class, SignedIn.Ticket.of(account));
    }

    private Optional<SignedIn> find(Visit visit) {
        Optional<SignedIn> person = visit.session()
                .find(SignedIn.Ticket.class)
                .flatMap(ticket -> services.accounts()
                        .find(ticket.account())
                        .filter(account -> account.generation() == ticket.generation())
                        .map(account ->
                                new SignedIn(account, services.accounts().served(account))));
        person.ifPresent(found -> {
            visit.person(found.person());
            visit.role("holder");
        });
        return person;
    }
}
