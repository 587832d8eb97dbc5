// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.staff.Colleague;
import org.obnova.demo.staff.Role;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Visit;

/** Which applications a colleague sees. What is not to be seen is as unknown as what does not exist. */
final class Cases {
    private final Services services;

    Cases(Services services) {
        this.services = services;
    }

    /** The application of the path. */
    Application of(Visit visit, Colleague colleague) {
        return services.applications()
                .find(visit.part("id"))
                .filter(application -> colleague.sees(employer(application.holder())))
                .filter(application -> colleague.role() == Role.CLERK || sent(application))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such application is to be seen"));
    }

    /** Whether it has come to the CA: what people are still filling in is theirs. */
    boolean sent(Application application) {
        return !application.state().before(ApplicationState.REVIEW)
                || !services.casework().decisions(application.id()).isEmpty();
    }

    /** INN of the organisation for which a holder works; empty of a person for himself. */
    String employer(String holder) {
        return services.personalData()
                .organisationOf(holder)
                .map(Organisation::inn)
                .map(inn -> inn.digits())
                .orElse("");
    }
}
