// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.Set;
import java.util.TreeSet;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.web.Visit;

/** Whether an application's holder sits at this computer: is logged in, or took it over from whoever is. */
final class Presence {
    /** Where the holder's own consent, signature or PIN is due. */
    private static final Set<String> IN_PERSON = Set.of("statement", "request", "confirmation", "receipt", "install");

    private Presence() {}

    /** The applications whose holders took over in this session. */
    private record TakenOver(Set<String> applications) {
        TakenOver {
            applications = Set.copyOf(applications);
        }
    }

    static boolean isNeeded(Application application) {
        return IN_PERSON.contains(Steps.key(application.state()));
    }

    static boolean isHere(Visit visit, SignedIn person, Application application) {
        return person.account().isHolder(application.holder())
                || visit.session()
                        .find(TakenOver.class)
                        .filter(taken -> taken.applications().contains(application.id()))
                        .isPresent();
    }

    static void takeOver(Visit visit, Application application) {
        Set<String> taken = new TreeSet<>(visit.session()
                .find(TakenOver.class)
                .map(TakenOver::applications)
                .orElse(Set.of()));
        taken.add(application.id());
        visit.session().keep(TakenOver.class, new TakenOver(taken));
    }

    /** @throws Problem HOLDER_NEEDED */
    static void check(Visit visit, SignedIn person, Application application) {
        if (!isHere(visit, person, application)) {
            throw new Problem(ProblemCode.HOLDER_NEEDED, "somebody else is at the computer");
        }
    }
}
