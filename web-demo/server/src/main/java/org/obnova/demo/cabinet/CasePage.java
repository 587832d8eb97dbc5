// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import org.jspecify.annotations.Nullable;
import org.obnova.demo.documents.UploadKind;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Visit;

/** Shows the step of documents, sending, review or visit for which an application waits. */
final class CasePage {
    private final CaseViews views;

    CasePage(Services services) {
        this.views = new CaseViews(services);
    }

    void show(Visit visit, Application application, @Nullable Problem problem) {
        show(visit, application, problem, null);
    }

    /** The page again, with the reason beside the document that was sent. */
    void refused(Visit visit, Application application, Problem problem, UploadKind kind) {
        show(visit, application, problem, kind);
    }

    private void show(Visit visit, Application application, @Nullable Problem problem, @Nullable UploadKind wrong) {
        CaseView view = views.of(visit, application, problem, wrong);
        String name = template(application.state());
        visit.shows(name, application.progress().comment() == null ? "open" : "rejected");
        visit.page("cabinet/casework/" + name, visit.texts().t("case." + name + ".title"), view);
    }

    /** The page of a state; the statement has one of its own where it is given on paper. */
    static String template(ApplicationState state) {
        return state == ApplicationState.STATEMENT ? "paper" : Steps.key(state);
    }
}
