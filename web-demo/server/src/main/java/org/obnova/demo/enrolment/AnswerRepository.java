// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.obnova.demo.identity.FormJson;
import org.obnova.demo.registers.Outcome;
import org.obnova.demo.registers.Register;
import org.obnova.demo.registers.RegisterAnswer;
import org.obnova.demo.store.Database;

/** The rows of what the registers said; the latest answers only. */
final class AnswerRepository {
    private final Database database;

    AnswerRepository(Database database) {
        this.database = database;
    }

    List<RegisterAnswer> of(String application) {
        return database
                .read(handle -> handle.createQuery(
                                "SELECT register, outcome, at, fresh FROM register_answer WHERE application = :application")
                        .bind("application", application)
                        .map((row, context) -> new RegisterAnswer(
                                Register.valueOf(row.getString("register")),
                                Outcome.valueOf(row.getString("outcome")),
                                Instant.ofEpochMilli(row.getLong("at")),
                                FormJson.texts(row.getString("fresh"))))
                        .list())
                .stream()
                .sorted(Comparator.comparing(RegisterAnswer::register))
                .toList();
    }

    void replace(String application, List<RegisterAnswer> answers) {
        database.update(handle -> {
            handle.createUpdate("DELETE FROM register_answer WHERE application = :application")
                    .bind("application", application)
                    .execute();
            answers.forEach(answer -> handle.createUpdate(
                            "INSERT INTO register_answer (application, register, outcome, at, fresh)"
                                    + " VALUES (:application, :register, :outcome, :at, :fresh)")
                    .bind("application", application)
                    .bind("register", answer.register().name())
                    .bind("outcome", answer.outcome().name())
                    .bind("at", answer.at().toEpochMilli())
                    .bind("fresh", FormJson.write(answer.fresh()))
                    .execute());
        });
    }
}
