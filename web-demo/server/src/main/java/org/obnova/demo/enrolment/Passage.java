// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.InstantSource;
import java.util.List;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** The steps that others decide about, and the ways back and forward. */
final class Passage implements Proceedings {
    private final Papers papers;
    private final Way way;
    private final DataSteps data;
    private final InstantSource clock;

    Passage(Papers papers, Way way, DataSteps data, InstantSource clock) {
        this.papers = papers;
        this.way = way;
        this.data = data;
        this.clock = clock;
    }

    Application back(String id, ApplicationState step) {
        return papers.applications().step(id, application -> {
            if (application.state() == step) {
                return application;
            }
            EnrolmentDesk.require(
                    application.state().mayGoBack()
                            && step.maySeeAgain()
                            && step.before(application.state())
                            && way.course(application).passes(step),
                    "no way back to there");
            if (application.medium() != null) {
                throw new Problem(ProblemCode.KEY_BEGUN, "a key was begun for these data");
            }
            return application.on(step, clock.instant());
        });
    }

    Application forward(String id) {
        return papers.applications().step(id, data::forward);
    }

    Application giveOnPaper(String id) {
        return papers.applications().step(id, application -> {
            if (application.progress().route() == Route.PAPER) {
                return application;
            }
            EnrolmentDesk.require(application.state() == ApplicationState.STATEMENT, "no statement is due");
            Application onPaper = application.with(application.progress().by(Route.PAPER, clock.instant()));
            Course course = way.course(onPaper);
            return course.passes(ApplicationState.STATEMENT)
                    ? onPaper
                    : onPaper.on(course.after(ApplicationState.STATEMENT), clock.instant());
        });
    }

    @Override
    public Application statementOnPaper(String id) {
        return papers.applications().step(id, application -> {
            EnrolmentDesk.require(application.progress().route() == Route.PAPER, "the statement is to be signed");
            return onward(application, ApplicationState.STATEMENT);
        });
    }

    @Override
    public Application documentsComplete(String id) {
        return papers.applications().step(id, application -> onward(application, ApplicationState.DOCUMENTS));
    }

    @Override
    public Application documentsChanged(String id) {
        return papers.applications().step(id, application -> {
            EnrolmentDesk.require(
                    application.state() == ApplicationState.STATEMENT
                            || application.state() == ApplicationState.DOCUMENTS,
                    "documents are not to be changed now");
            return application.with(application.progress().documentsChanged(clock.instant()));
        });
    }

    @Override
    public Application send(String id) {
        return papers.applications().step(id, application -> onward(application, ApplicationState.CENTRE));
    }

    @Override
    public Application approve(String id) {
        return papers.applications().step(id, application -> {
            if (ApplicationState.REVIEW.before(application.state())) {
                return application;
            }
            EnrolmentDesk.require(application.state() == ApplicationState.REVIEW, "it is not under review");
            return application.with(application.progress().approved(way.after(application), clock.instant()));
        });
    }

    @Override
    public Application reject(String id, String comment) {
        return papers.applications().step(id, application -> {
            EnrolmentDesk.require(application.state() == ApplicationState.REVIEW, "it is not under review");
            return application.with(
                    application.progress().rejected(comment, ApplicationState.DOCUMENTS, clock.instant()));
        });
    }

    @Override
    public List<Application> waiting(ApplicationState state) {
        return papers.applications().in(state);
    }

    @Override
    public Application identityChecked(String id) {
        return papers.applications().step(id, application -> onward(application, ApplicationState.VISIT));
    }

    private Application onward(Application application, ApplicationState due) {
        if (due.before(application.state())) {
            return application;
        }
        EnrolmentDesk.require(application.state() == due, "it does not wait for that");
        return application.on(way.after(application), clock.instant());
    }
}
