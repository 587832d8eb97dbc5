// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.obnova.demo.store.Database;

/** The queue of issues, in the database: it outlives the process. */
final class JobRepository {
    /** Far longer than an issue takes; a second issue for one application is refused by the register. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final int MOST_DOUBLINGS = 10;

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

    /**
     * Takes the jobs that have been due longest; two workers never take the same one. A job whose worker ended with its process is due
     * again after {@link #LEASE}.
     */
    List<String> claim(Instant now, int most) {
        String waiting = "SELECT id FROM job WHERE state <> 'done' AND due <= :now ORDER BY due, id LIMIT :most";
        // Workers of other processes do not queue for one row; as a table of its own the choice is made once.
        String mine = database.isShared() ? waiting + " FOR UPDATE SKIP LOCKED" : waiting;
        return database.write(handle -> handle.createQuery("WITH mine AS (" + mine
                        + ") UPDATE job SET state = 'running', attempts = attempts + 1, due = :lease"
                        + " WHERE id IN (SELECT id FROM mine) RETURNING application")
                .bind("now", now.toEpochMilli())
                .bind("lease", now.plus(LEASE).toEpochMilli())
                .bind("most", most)
                .mapTo(String.class)
                .list());
    }

    /** When the next job is due. */
    Optional<Instant> nextDue() {
        return database.read(
                handle -> handle.createQuery("SELECT due FROM job WHERE state <> 'done' ORDER BY due LIMIT 1")
                        .mapTo(Long.class)
                        .findOne()
                        .map(Instant::ofEpochMilli));
    }

    /** What is due or under way. */
    Backlog backlog(Instant now) {
        return database.read(handle -> handle.createQuery(
                        "SELECT count(*) AS jobs, min(due) AS earliest FROM job WHERE state IN ('queued', 'running') AND due <= :now")
                .bind("now", now.toEpochMilli())
                .map((row, context) -> {
                    long first = row.getLong("earliest");
                    Duration oldest = row.wasNull() ? Duration.ZERO : Duration.ofMillis(now.toEpochMilli() - first);
                    return new Backlog(row.getInt("jobs"), oldest);
                })
                .one());
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

    /** Puts a job back that could not be done now; each failure doubles the pause before it is tried again, up to 1024 times. */
    void putBack(String application, Instant now, Duration pause) {
        database.update(handle -> {
            int attempts = handle.createQuery("SELECT attempts FROM job WHERE application = :application")
                    .bind("application", application)
                    .mapTo(Integer.class)
                    .findOne()
                    .orElse(0);
            long times = 1L << Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS);
            handle.createUpdate(
                            "UPDATE job SET state = 'queued', due = :due WHERE application = :application AND state = 'running'")
                    .bind("due", now.plus(pause.multipliedBy(times)).toEpochMilli())
                    .bind("application", application)
                    .execute();
        });
    }

    /** At start: what a process that ended had taken is due now, unless it may be another living process that has it. */
    void release(Instant now) {
        if (database.isShared()) {
            return;
        }
        database.update(
                handle -> handle.createUpdate("UPDATE job SET state = 'queued', due = :now WHERE state = 'running'")
                        .bind("now", now.toEpochMilli())
                        .execute());
    }

    private void state(String state, String application) {
        database.update(handle -> handle.createUpdate("UPDATE job SET state = :state WHERE application = :application")
                .bind("state", state)
                .bind("application", application)
                .execute());
    }
}
