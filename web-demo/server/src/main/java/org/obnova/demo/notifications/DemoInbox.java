// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.notifications;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.obnova.demo.store.Database;

/** Keeps what would have gone out. */
public final class DemoInbox implements Inbox, Notices {
    /** Sender of SMS and e-mail. */
    public static final String SENDER = "Обнова (демо)";

    private static final int ID_BYTES = 12;
    private static final String COLUMNS = "SELECT id, kind, recipient, sender, subject, text, sent FROM message ";

    private final Database database;
    private final InstantSource clock;
    private final SecureRandom random;

    /** An inbox in that database. */
    public DemoInbox(Database database, InstantSource clock, SecureRandom random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public void sms(Phone to, String text) {
        add(Message.Kind.SMS, to.e164(), SENDER, "", text);
    }

    @Override
    public void email(String to, String subject, String text) {
        add(Message.Kind.EMAIL, to, "noreply@obnova.example.org", subject, text);
    }

    @Override
    public void call(Phone to, Phone from, String text) {
        add(Message.Kind.CALL, to.e164(), from.display(), "", text);
    }

    @Override
    public List<Message> latest(int limit) {
        return database.read(handle -> list(handle.createQuery(COLUMNS + "ORDER BY ordinal DESC LIMIT :limit"), limit));
    }

    @Override
    public List<Message> latestTo(String address, int limit) {
        return database.read(handle -> list(
                handle.createQuery(COLUMNS + "WHERE recipient = :address ORDER BY ordinal DESC LIMIT :limit")
                        .bind("address", address),
                limit));
    }

    private void add(Message.Kind kind, String to, String from, String subject, String text) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        database.update(handle -> handle.createUpdate("""
                        INSERT INTO message (id, kind, recipient, sender, subject, text, sent, ordinal)
                        VALUES (:id, :kind, :to, :from, :subject, :text, :sent,
                                (SELECT coalesce(max(ordinal), 0) + 1 FROM message))
                        """)
                .bind("id", HexFormat.of().formatHex(id))
                .bind("kind", kind.name())
                .bind("to", to)
                .bind("from", from)
                .bind("subject", subject)
                .bind("text", text)
                .bind("sent", clock.millis())
                .execute());
    }

    private static List<Message> list(Query query, int limit) {
        return query.bind("limit", limit)
                .map((row, context) -> new Message(
                        row.getString("id"),
                        Message.Kind.valueOf(row.getString("kind")),
                        row.getString("recipient"),
                        row.getString("sender"),
                        row.getString("subject"),
                        row.getString("text"),
                        Instant.ofEpochMilli(row.getLong("sent"))))
                .list();
    }
}
