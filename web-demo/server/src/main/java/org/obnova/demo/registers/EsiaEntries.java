// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.registers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;
import org.obnova.demo.store.Database;

/** What is known of registrations, in the database: nothing is forgotten when the process ends. */
final class EsiaEntries {
    /** Longer than the CA waits for an agency with all tries. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private final Database database;

    EsiaEntries(Database database) {
        this.database = database;
    }

    /** Takes up every certificate that nobody took up yet; whoever issued it cannot forget to say so. */
    int takeUp(Instant now) {
        return database.write(handle ->
                handle.createUpdate("""
                        INSERT INTO esia_registration (sha256, due, attempts)
                        SELECT sha256, :now, 0 FROM certificate
                        WHERE sha256 NOT IN (SELECT sha256 FROM esia_registration)
                        ON CONFLICT DO NOTHING
                        """).bind("now", now.toEpochMilli()).execute());
    }

    List<EsiaEntry> due(Instant now) {
        return database.read(handle -> handle.createQuery("""
                        SELECT sha256, attempts, due, registered FROM esia_registration
                        WHERE registered IS NULL AND due <= :now ORDER BY due, sha256
                        """)
                .bind("now", now.toEpochMilli())
                .reduceRows(new java.util.ArrayList<EsiaEntry>(), (list, row) -> {
                    list.add(read(row));
                    return list;
                }));
    }

    /** Whether this process is to tell ESIA of what it found due: of several processes one alone, until {@link #LEASE} is over. */
    boolean claim(EsiaEntry entry, Instant now) {
        if (!database.isShared()) {
            return true;
        }
        return database.write(handle -> handle.createUpdate("UPDATE esia_registration SET due = :lease"
                                + " WHERE sha256 = :sha256 AND registered IS NULL AND due = :due")
                        .bind("lease", now.plus(LEASE).toEpochMilli())
                        .bind("sha256", entry.sha256())
                        .bind("due", entry.due().toEpochMilli())
                        .execute()
                == 1);
    }

    Optional<EsiaEntry> find(String sha256) {
        return database.read(handle -> handle.createQuery(
                        "SELECT sha256, attempts, due, registered FROM esia_registration WHERE sha256 = :sha256")
                .bind("sha256", sha256)
                .reduceRows(Optional.<EsiaEntry>empty(), (none, row) -> Optional.of(read(row))));
    }

    void registered(String sha256, Instant at) {
        database.update(handle -> handle.createUpdate(
                        "UPDATE esia_registration SET registered = :at, attempts = attempts + 1 WHERE sha256 = :sha256")
                .bind("at", at.toEpochMilli())
                .bind("sha256", sha256)
                .execute());
    }

    void again(String sha256, Instant due) {
        database.update(handle -> handle.createUpdate(
                        "UPDATE esia_registration SET due = :due, attempts = attempts + 1 WHERE sha256 = :sha256")
                .bind("due", due.toEpochMilli())
                .bind("sha256", sha256)
                .execute());
    }

    int waiting() {
        return count("registered IS NULL");
    }

    int done() {
        return count("registered IS NOT NULL");
    }

    private int count(String condition) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM esia_registration WHERE " + condition)
                .mapTo(Integer.class)
                .one());
    }

    private static EsiaEntry read(RowView row) {
        Long registered = row.getColumn("registered", Long.class);
        return new EsiaEntry(
                row.getColumn("sha256", String.class),
                row.getColumn("attempts", Integer.class),
                Instant.ofEpochMilli(row.getColumn("due", Long.class)),
                registered == null ? null : Instant.ofEpochMilli(registered));
    }
}
