// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.obnova.demo.regime.Regime;

/** Which steps an application passes. */
public final class Course {
    private final Set<ApplicationState> states;

    private Course(Set<ApplicationState> states) {
        this.states = states;
    }

    /**
     * The course of an application.
     *
     * @param registersAgree with the holder's data: each of them, without exception
     */
    public static Course of(Route route, Regime regime, boolean registersAgree) {
        Set<ApplicationState> states = EnumSet.allOf(ApplicationState.class);
        boolean paper = route == Route.PAPER;
        boolean mustBeSeen = paper || !registersAgree;
        if (paper && regime.statementStage() == Regime.StatementStage.WITH_DOCUMENTS) {
            states.remove(ApplicationState.STATEMENT);
        }
        if (!mustBeSeen) {
            states.remove(ApplicationState.VISIT);
        }
        if (!mustBeSeen && regime.review() == Regime.Review.AUTOMATIC) {
            states.removeAll(EnumSet.of(ApplicationState.DOCUMENTS, ApplicationState.CENTRE, ApplicationState.REVIEW));
        }
        states.remove(
                switch (regime.confirmation()) {
                    case RECEIPT -> ApplicationState.CONFIRMATION;
                    case SMS -> ApplicationState.RECEIPT;
                });
        return new Course(states);
    }

    /** In their order. */
    public List<ApplicationState> states() {
        return List.copyOf(states);
    }

    /** Whether that step is one of them. */
    public boolean passes(ApplicationState state) {
        return states.contains(state);
    }

    /** The step that follows; the last one is followed by itself. */
    public ApplicationState after(ApplicationState state) {
        return states.stream().filter(state::before).findFirst().orElse(state);
    }
}
