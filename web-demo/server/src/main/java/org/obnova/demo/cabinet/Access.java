// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.Applications;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.web.Visit;

/** Who may see what: everything in the cabinet passes here. */
final class Access {
    private final Applications applications;

    Access(Applications applications) {
        this.applications = applications;
    }

    /** Runs a page for a person who is logged in; anybody else logs in first and then comes to that same page. */
    void page(Visit visit, Consumer<SignedIn> page) {
        SignedIn person = visit.session().find(SignedIn.class).orElse(null);
        if (person == null) {
            visit.goTo("/sign-in?to=" + URLEncoder.encode(visit.path(), StandardCharsets.UTF_8));
        } else {
            visit.person(person.person());
            page.accept(person);
        }
    }

    SignedIn signedIn(Visit visit) {
        SignedIn person = visit.session()
                .find(SignedIn.class)
                .orElseThrow(() -> new Problem(ProblemCode.LOGIN_REQUIRED, "no one is logged in"));
        visit.person(person.person());
        return person;
    }

    /** The application of the path. That of somebody else is as unknown as one that does not exist. */
    Application own(Visit visit) {
        SignedIn person = signedIn(visit);
        return applications
                .find(visit.part("id"))
                .filter(application -> person.holders().contains(application.holder()))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such application of this person"));
    }
}
