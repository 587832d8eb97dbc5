// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import org.obnova.demo.store.Database;

/** The tables of an enrolment, in one database. */
record Papers(
        Database database,
        ApplicationRepository applications,
        AnswerRepository answers,
        DocumentRepository documents,
        RequestRepository requests,
        JobRepository jobs) {

    static Papers in(Database database) {
        return new Papers(
                database,
                new ApplicationRepository(database),
                new AnswerRepository(database),
                new DocumentRepository(database),
                new RequestRepository(database),
                new JobRepository(database));
    }
}
