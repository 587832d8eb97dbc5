// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.store.Database;

/** The rows of couriers' visits. */
final class CourierRepository {
    private final Database database;

    CourierRepository(Database database) {
        this.database = database;
    }

    Optional<CourierVisit> find(String application) {
        return database.read(handle -> handle.createQuery(
                        "SELECT stage, address, day, hours, changed FROM courier_visit WHERE application = :application")
                .bind("application", application)
                .map((row, context) -> new CourierVisit(
                        CourierVisit.Stage.valueOf(row.getString("stage")),
                        order(row),
                        Instant.ofEpochMilli(row.getLong("changed"))))
                .findOne());
    }

    /** Whether there was none before. */
    boolean bought(String application, Instant now) {
        return database.write(handle -> handle.createUpdate("""
                                INSERT INTO courier_visit (application, stage, changed) VALUES (:application, 'BOUGHT', :now)
                                ON CONFLICT (application) DO NOTHING
                                """)
                        .bind("application", application)
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0);
    }

    void order(String application, CourierOrder order, Instant now) {
        database.update(handle -> handle.createUpdate("""
                        UPDATE courier_visit SET stage = 'ORDERED', address = :address, day = :day, hours = :hours, changed = :now
                        WHERE application = :application
                        """)
                .bind("application", application)
                .bind("address", order.address())
                .bind("day", order.day().toString())
                .bind("hours", order.hours().name())
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** Whether it stood at the stage before. */
    boolean go(String application, CourierVisit.Stage from, CourierVisit.Stage to, Instant now) {
        return database.write(handle -> handle.createUpdate("""
                                UPDATE courier_visit SET stage = :after, changed = :now
                                WHERE application = :application AND stage = :before
                                """)
                        .bind("application", application)
                        .bind("before", from.name())
                        .bind("after", to.name())
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0);
    }

    private static @Nullable CourierOrder order(ResultSet row) throws SQLException {
        String address = row.getString("address");
        return address == null
                ? null
                : new CourierOrder(
                        address,
                        LocalDate.parse(row.getString("day")),
                        CourierOrder.Hours.valueOf(row.getString("hours")));
    }
}
