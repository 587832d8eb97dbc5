// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.gateways;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.store.Database;

/** What waits for a gateway. */
final class OutboxRepository {
    /** Longer than any gateway is waited for. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private static final String COLUMNS = "id, kind, recipient, sender, subject, text, made, attempts";

    private final Database database;

    OutboxRepository(Database database) {
        this.database = database;
    }

    /**
     * A message that waits.
     *
     * @param attempts how many have failed
     */
    record Waiting(Message message, int attempts) {}

    void add(Message message) {
        database.update(handle -> handle.createUpdate("""
                        INSERT INTO outbox (id, kind, recipient, sender, subject, text, made, due, attempts)
                        VALUES (:id, :kind, :to, :from, :subject, :text, :made, :made, 0)
                        """)
                .bind("id", message.id())
                .bind("kind", message.kind().name())
                .bind("to", message.to())
                .bind("from", message.from())
                .bind("subject", message.subject())
                .bind("text", message.text())
                .bind("made", message.sent().toEpochMilli())
                .execute());
    }

    /** The message that has been due longest. Of several processes one alone gets it, until {@link #LEASE} is over. */
    Optional<Waiting> next(Instant now) {
        return database.isShared() ? claim(now) : look(now);
    }

    private Optional<Waiting> look(Instant now) {
        return database.read(handle -> handle.createQuery(
                        "SELECT " + COLUMNS + " FROM outbox WHERE due <= :now ORDER BY due, made, id LIMIT 1")
                .bind("now", now.toEpochMilli())
                .map((row, context) -> read(row))
                .findOne());
    }

    private Optional<Waiting> claim(Instant now) {
        return database.write(
                handle -> handle.createQuery("UPDATE outbox SET due = :lease WHERE id = (SELECT id FROM outbox"
                                + " WHERE due <= :now ORDER BY due, made, id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING "
                                + COLUMNS)
                        .bind("now", now.toEpochMilli())
                        .bind("lease", now.plus(LEASE).toEpochMilli())
                        .map((row, context) -> read(row))
                        .findOne());
    }

    private static Waiting read(ResultSet row) throws SQLException {
        return new Waiting(
                new Message(
                        row.getString("id"),
                        Message.Kind.valueOf(row.getString("kind")),
                        row.getString("recipient"),
                        row.getString("sender"),
                        row.getString("subject"),
                        row.getString("text"),
                        Instant.ofEpochMilli(row.getLong("made"))),
                row.getInt("attempts"));
    }

    Optional<Instant> nextDue() {
        return database.read(handle -> handle.createQuery("SELECT due FROM outbox ORDER BY due LIMIT 1")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
    }

    /** Sent, or never to be. */
    void remove(String id) {
        database.update(handle -> handle.createUpdate("DELETE FROM outbox WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    void later(String id, Instant due) {
        database.update(
                handle -> handle.createUpdate("UPDATE outbox SET due = :due, attempts = attempts + 1 WHERE id = :id")
                        .bind("due", due.toEpochMilli())
                        .bind("id", id)
                        .execute());
    }
}
