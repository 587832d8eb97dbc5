// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.store.Database;

/** The rows of visits and decisions. */
final class CaseRepository {
    private final Database database;

    CaseRepository(Database database) {
        this.database = database;
    }

    /**
     * A visit's row.
     *
     * @param centre empty for a courier
     */
    record Row(
            String centre,
            @Nullable Instant identified,
            @Nullable Instant originals) {}

    void choose(String application, String centre) {
        database.update(handle -> handle.createUpdate("""
                        INSERT INTO centre_visit (application, centre) VALUES (:application, :centre)
                        ON CONFLICT (application) DO UPDATE SET centre = excluded.centre
                        """)
                .bind("application", application)
                .bind("centre", centre)
                .execute());
    }

    void identified(String application, String clerk, boolean originals, Instant now) {
        database.update(handle -> handle.createUpdate("""
                        INSERT INTO centre_visit (application, centre, identified, originals, clerk)
                        VALUES (:application, '', :now, :originals, :clerk)
                        ON CONFLICT (application) DO UPDATE SET identified = excluded.identified, originals = excluded.originals,
                          clerk = excluded.clerk
                        """)
                .bind("application", application)
                .bind("now", now.toEpochMilli())
                .bind("originals", originals ? now.toEpochMilli() : null)
                .bind("clerk", clerk)
                .execute());
    }

    Optional<Row> visit(String application) {
        return database.read(handle -> handle.createQuery(
                        "SELECT centre, identified, originals FROM centre_visit WHERE application = :application")
                .bind("application", application)
                .map((row, context) -> new Row(
                        row.getString("centre"), instant(row.getLong("identified")), instant(row.getLong("originals"))))
                .findOne());
    }

    void decide(String application, Decision decision) {
        database.update(handle -> handle.createUpdate("""
                        INSERT INTO review (application, approved, remark, operator, decided)
                        VALUES (:application, :approved, :remark, :operator, :decided)
                        """)
                .bind("application", application)
                .bind("approved", decision.approved())
                .bind("remark", decision.remark())
                .bind("operator", decision.operator())
                .bind("decided", decision.at().toEpochMilli())
                .execute());
    }

    /** The latest first. */
    List<Decision> decisions(String application) {
        return database.read(handle -> handle.createQuery(
                        "SELECT approved, remark, operator, decided FROM review WHERE application = :application ORDER BY ordinal DESC")
                .bind("application", application)
                .map((row, context) -> new Decision(
                        row.getInt("approved") == 1,
                        row.getString("remark"),
                        row.getString("operator"),
                        Instant.ofEpochMilli(row.getLong("decided"))))
                .list());
    }

    private static @Nullable Instant instant(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
