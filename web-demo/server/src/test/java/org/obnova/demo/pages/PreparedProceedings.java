// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import java.util.List;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Proceedings;

/** What documents, operator and service centre decide about {@link PreparedApplications}. */
final class PreparedProceedings implements Proceedings {
    private final PreparedApplications applications;

    PreparedProceedings(PreparedApplications applications) {
        this.applications = applications;
    }

    @Override
    public Application statementOnPaper(String id) {
        return applications.go(id, ApplicationState.STATEMENT, ApplicationState.DOCUMENTS);
    }

    @Override
    public Application documentsComplete(String id) {
        return applications.go(id, ApplicationState.DOCUMENTS, ApplicationState.CENTRE);
    }

    @Override
    public Application documentsChanged(String id) {
        return applications.find(id).orElseThrow();
    }

    @Override
    public Application send(String id) {
        return applications.go(id, ApplicationState.CENTRE, ApplicationState.REVIEW);
    }

    @Override
    public Application approve(String id) {
        return applications.go(id, ApplicationState.REVIEW, ApplicationState.VISIT);
    }

    @Override
    public Application reject(String id, String comment) {
        return applications.reject(id, comment);
    }

    @Override
    public List<Application> waiting(ApplicationState state) {
        return applications.waiting(state);
    }

    @Override
    public Application identityChecked(String id) {
        return applications.go(id, ApplicationState.VISIT, ApplicationState.REQUEST);
    }
}
