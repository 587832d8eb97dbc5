// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.Arrays;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** The names of the steps in texts, in the page's body and in tests. */
final class Steps {
    private Steps() {}

    /** The step of that name. */
    static ApplicationState of(String key) {
        return Arrays.stream(ApplicationState.values())
                .filter(state -> key(state).equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such step"));
    }

    static String key(ApplicationState state) {
        return switch (state) {
            case INTRODUCTION -> "introduction";
            case DATA -> "data";
            case STATEMENT -> "statement";
            case DOCUMENTS -> "documents";
            case CENTRE -> "centre";
            case REVIEW -> "review";
            case VISIT -> "visit";
            case REQUEST -> "request";
            case CONFIRMATION -> "confirmation";
            case ISSUING -> "issuing";
            case RECEIPT -> "receipt";
            case INSTALL -> "install";
            case DONE -> "done";
        };
    }
}
