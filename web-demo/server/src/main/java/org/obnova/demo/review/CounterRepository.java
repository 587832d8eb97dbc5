// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.store.Database;

/** The rows of invoices and tokens. */
final class CounterRepository {
    private final Database database;

    CounterRepository(Database database) {
        this.database = database;
    }

    Optional<Invoice> invoice(String application) {
        return database.read(handle -> handle.createQuery(
                        "SELECT billed, paid FROM invoice WHERE application = :application")
                .bind("application", application)
                .map((row, context) -> new Invoice(Instant.ofEpochMilli(row.getLong("billed")), instant(row, "paid")))
                .findOne());
    }

    /** Whether there was none before. */
    boolean bill(String application, String clerk, Instant now) {
        return change(
                "INSERT INTO invoice (application, billed, clerk) VALUES (:application, :now, :clerk)"
                        + " ON CONFLICT (application) DO NOTHING",
                application,
                clerk,
                now);
    }

    /** Whether one was to be paid. */
    boolean paid(String application, String clerk, Instant now) {
        return change(
                "UPDATE invoice SET paid = :now, clerk = :clerk WHERE application = :application AND paid IS NULL",
                application,
                clerk,
                now);
    }

    Optional<TokenOrder> token(String application) {
        return database.read(handle -> handle.createQuery(
                        "SELECT bought, serial, handed_out, clerk FROM token_order WHERE application = :application")
                .bind("application", application)
                .map((row, context) -> new TokenOrder(
                        Instant.ofEpochMilli(row.getLong("bought")),
                        row.getString("serial"),
                        instant(row, "handed_out"),
                        row.getString("clerk")))
                .findOne());
    }

    /** Whether it was news. */
    boolean tokenBought(String application, String clerk, Instant now) {
        return change(
                "INSERT INTO token_order (application, bought, clerk) VALUES (:application, :now, :clerk)"
                        + " ON CONFLICT (application) DO NOTHING",
                application,
                clerk,
                now);
    }

    /** Whether one was waiting. */
    boolean handedOut(String application, String serial, String by, Instant now) {
        return database.write(
                handle -> handle.createUpdate("UPDATE token_order SET serial = :serial, handed_out = :now,"
                                        + " clerk = :by WHERE application = :application AND handed_out IS NULL")
                                .bind("serial", serial)
                                .bind("now", now.toEpochMilli())
                                .bind("by", by)
                                .bind("application", application)
                                .execute()
                        > 0);
    }

    private boolean change(String sql, String application, String clerk, Instant now) {
        return database.write(handle -> handle.createUpdate(sql)
                        .bind("application", application)
                        .bind("clerk", clerk)
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
