// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.staff.Colleague;
import org.obnova.demo.staff.Duty;
import org.obnova.demo.web.Action;
import org.obnova.demo.web.Visit;

/** Lets pass who is logged in and has the duty. */
final class Gate {
    private Gate() {}

    /** A page: who is not logged in gets the login in its place. */
    static Action page(Duty duty, BiConsumer<Visit, Colleague> page) {
        return visit -> {
            Colleague colleague = visit.session().find(Colleague.class).orElse(null);
            if (colleague == null) {
                signIn(visit, "", null);
            } else {
                page.accept(visit, checked(visit, colleague, duty));
            }
        };
    }

    /** Anything else: who is not logged in is refused. */
    static Action act(Duty duty, BiConsumer<Visit, Colleague> act) {
        return visit -> {
            Colleague colleague = visit.session()
                    .find(Colleague.class)
                    .orElseThrow(() -> new Problem(ProblemCode.LOGIN_REQUIRED, "no colleague is logged in"));
            act.accept(visit, checked(visit, colleague, duty));
        };
    }

    /** The login's page. */
    static void signIn(Visit visit, String name, @Nullable Problem problem) {
        visit.shows("sign-in", "");
        visit.page(
                "operator/sign-in",
                visit.texts().t("operator.sign-in"),
                new SignInView(name, problem == null ? null : visit.explain(problem)));
    }

    /** As the audit log names that one. */
    static Actor actor(Colleague colleague) {
        return new Actor(Actor.Role.valueOf(colleague.role().name()), colleague.name());
    }

    private static Colleague checked(Visit visit, Colleague colleague, Duty duty) {
        visit.role(colleague.role().key());
        visit.person(colleague.name() + ", "
                + visit.texts().t("operator.role." + colleague.role().key()));
        List<String> sections = new ArrayList<>(List.of("people", "regime"));
        if (colleague.may(Duty.READ_AUDIT)) {
            sections.add("audit");
        }
        visit.sections(sections);
        duty.require(colleague.role());
        return colleague;
    }
}
