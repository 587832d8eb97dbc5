// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.obnova.demo.store.Database;

/**
 * The audit log in the database. Two writers never append behind the same entry: in SQLite a write transaction holds the only write lock; in PostgreSQL they are
 * serializable, and the later one is done again behind the other's entry. The number is the key and a trigger looks at the last entry, in both.
 */
public final class StoredAuditLog implements AuditLog {
    private static final String COLUMNS =
            "SELECT number, at, role, actor, action, object, digest, previous, hash FROM audit_entry ";

    private final Database database;
    private final InstantSource clock;
    private final ActionCatalogue catalogue = ActionCatalogue.bundled();

    /** The log of that database. */
    public StoredAuditLog(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public AuditEntry record(Actor actor, AuditAction action, About about) {
        if (!about.kind().equals(catalogue.object(action))) {
            throw new IllegalArgumentException(
                    action.wireName() + " is about " + catalogue.object(action) + ", not " + about.kind());
        }
        return database.write(handle -> {
            Optional<AuditEntry> last = last();
            AuditEntry entry = AuditEntry.next(
                    last.map(AuditEntry::number).orElse(0L) + 1,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    actor,
                    action,
                    about,
                    last.map(AuditEntry::hash).orElse(AuditEntry.NOTHING));
            insert(entry);
            return entry;
        });
    }

    @Override
    public List<AuditEntry> entries(long after, int most) {
        return database.read(handle -> handle.createQuery(COLUMNS + "WHERE number > :after ORDER BY number LIMIT :most")
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public long length() {
        return last().map(AuditEntry::number).orElse(0L);
    }

    /** The last entry. */
    Optional<AuditEntry> last() {
        return database.read(handle -> handle.createQuery(COLUMNS + "ORDER BY number DESC LIMIT 1")
                .map((row, context) -> read(row))
                .findOne());
    }

    /** The rows as they are, for a check. */
    static List<AuditLine> lines(Database database, long after, int most) {
        return database.read(handle -> handle.createQuery(COLUMNS + "WHERE number > :after ORDER BY number LIMIT :most")
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> new AuditLine(
                        row.getLong("number"),
                        AuditEntry.instant(Instant.ofEpochMilli(row.getLong("at"))),
                        row.getString("role") + ":" + row.getString("actor"),
                        row.getString("action"),
                        row.getString("object"),
                        row.getString("digest"),
                        row.getString("previous"),
                        row.getString("hash")))
                .list());
    }

    private void insert(AuditEntry entry) {
        database.update(handle -> handle.createUpdate("""
                        INSERT INTO audit_entry (number, at, role, actor, action, object, digest, previous, hash)
                        VALUES (:number, :at, :role, :actor, :action, :object, :digest, :previous, :hash)
                        """)
                .bind("number", entry.number())
                .bind("at", entry.at().toEpochMilli())
                .bind("role", entry.actor().role().wireName())
                .bind("actor", entry.actor().id())
                .bind("action", entry.action().wireName())
                .bind("object", entry.about().object())
                .bind("digest", entry.about().digest())
                .bind("previous", entry.previous())
                .bind("hash", entry.hash())
                .execute());
    }

    private static AuditEntry read(ResultSet row) throws SQLException {
        String role = row.getString("role");
        return new AuditEntry(
                row.getLong("number"),
                Instant.ofEpochMilli(row.getLong("at")),
                new Actor(
                        Stream.of(Actor.Role.values())
                                .filter(one -> one.wireName().equals(role))
                                .findFirst()
                                .orElseThrow(() -> new IllegalArgumentException("no such role")),
                        row.getString("actor")),
                AuditAction.of(row.getString("action")),
                About.read(row.getString("object"), row.getString("digest")),
                row.getString("previous"),
                row.getString("hash"));
    }
}
