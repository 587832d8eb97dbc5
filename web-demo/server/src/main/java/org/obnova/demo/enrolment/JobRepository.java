// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Instant;
import java.util.Optional;
import org.obnova.demo.store.Database;

/** The queue of issues, in the database: it outlives the process. */
final class JobRepository {
    private final Database database;

    JobRepository(Database database) {
        this.database = database;
    }

    void add(String application, Instant due) {
        database.update(handle -> handle.createUpdate("INSERT INTO job (id, application, state, due, attempts)"
                        + " VALUES (:application, :application, 'queued', :due, 0)")
                .bind("application", application)
                .bind("due", due.toEpochMilli())
                .execute());
    }

    /** Takes the job that has been due longest; two workers never take the same one. */
    Optional<String> claim(Instant now) {
        return database.write(handle -> handle.createQuery("""
                        UPDATE job SET state = 'running', attempts = attempts + 1
                        WHERE state = 'queued'
                          AND id = (SELECT id FROM job WHERE state = 'queued' AND due <= :now ORDER BY due, id LIMIT 1)
                        RETURNING application
                        """)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .findOne());
    }

    /** When the next job is due. */
    Optional<Instant> nextDue() {
        return database.read(
                handle -> handle.createQuery("SELECT due FROM job WHERE state = 'queued' ORDER BY due LIMIT 1")
                        .mapTo(Long.class)
                        .findOne()
                        .map(Instant::ofEpochMilli));
    }

    void done(String application) {
        state("done", application);
    }

    /** Nothing is to be issued for that application any more. */
    void forget(String application) {
        database.update(handle -> handle.createUpdate("DELETE FROM job WHERE application = :application")
                .bind("application", application)
                .execute());
    }

    /** Puts a job back that could not be done now. */
    void putBack(String application, Instant due) {
        database.update(handle -> handle.createUpdate(
                        "UPDATE job SET state = 'queued', due = :due WHERE application = :application AND state = 'running'")
                .bind("due", due.toEpochMilli())
                .bind("application", application)
                .execute());
    }

    /** At start: what a process that ended had taken is free again. */
    void release() {
        database.update(handle -> handle.execute("UPDATE job SET state = 'queued' WHERE state = 'running'"));
    }

    private void state(String state, String application) {
        database.update(handle -> handle.createUpdate("UPDATE job SET state = :state WHERE application = :application")
                .bind("state", state)
                .bind("application", application)
                .execute());
    }
}
