// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.obnova.demo.ca.AcceptedRequest;
import org.obnova.demo.store.Database;

/** Renewals by machines, in the database: they outlive the process, and several processes share them. */
final class RenewalRepository {
    private static final String COLUMNS =
            "SELECT id, signer, key_info, state, certificate, implicit, nonce, due, until FROM machine_renewal ";

    private final Database database;

    RenewalRepository(Database database) {
        this.database = database;
    }

    Optional<Renewal> find(String id) {
        return database.read(handle -> handle.createQuery(COLUMNS + "WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    /** The one under way for that key. */
    Optional<Renewal> openFor(String keyId) {
        return database.read(
                handle -> handle.createQuery(COLUMNS + "WHERE key_id = :key AND state IN ('waiting', 'issued')")
                        .bind("key", keyId)
                        .map((row, context) -> read(row))
                        .findFirst());
    }

    /** Whether one is under way for that certificate. */
    boolean isOpenFor(String signer) {
        return database.read(handle -> handle.createQuery(
                                "SELECT count(*) FROM machine_renewal WHERE signer = :signer AND state IN ('waiting', 'issued')")
                        .bind("signer", signer)
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }

    /** Those whose confirmation did not come in time. */
    List<Renewal> overdue(Instant now, int most) {
        return database.read(handle -> handle.createQuery(
                        COLUMNS + "WHERE state IN ('waiting', 'issued') AND until < :now ORDER BY until LIMIT :most")
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> read(row))
                .list());
    }

    /** Adds one; its id may have been used by nobody. */
    void insert(Renewal renewal) {
        database.update(handle -> bind(handle.createUpdate("""
                        INSERT INTO machine_renewal
                          (id, signer, key_info, key_id, state, certificate, implicit, nonce, due, until)
                        VALUES (:id, :signer, :info, :key, :state, :certificate, :implicit, :nonce, :due, :until)
                        """), renewal)
                .bind("signer", renewal.signer())
                .bind("info", encoded(renewal.key()))
                .bind("key", renewal.key().keyId())
                .bind("implicit", renewal.implicit() ? 1 : 0)
                .bind("due", renewal.due().toEpochMilli())
                .execute());
    }

    /** Writes state, certificate, nonce and time left. */
    void update(Renewal renewal) {
        database.update(handle -> bind(handle.createUpdate("""
                        UPDATE machine_renewal
                        SET state = :state, certificate = :certificate, nonce = :nonce, until = :until WHERE id = :id
                        """), renewal).execute());
    }

    private static <T extends SqlStatement<T>> T bind(T statement, Renewal renewal) {
        return statement
                .bind("id", renewal.id())
                .bind("state", renewal.state().name().toLowerCase(Locale.ROOT))
                .bind("certificate", renewal.certificate())
                .bind("nonce", renewal.nonce().bytes())
                .bind("until", renewal.until().toEpochMilli());
    }

    private static Renewal read(ResultSet row) throws SQLException {
        return new Renewal(
                row.getString("id"),
                row.getString("signer"),
                AcceptedRequest.of(row.getBytes("key_info")),
                Renewal.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("certificate"),
                row.getInt("implicit") == 1,
                Nonce.of(row.getBytes("nonce")),
                Instant.ofEpochMilli(row.getLong("due")),
                Instant.ofEpochMilli(row.getLong("until")));
    }

    private static byte[] encoded(AcceptedRequest key) {
        try {
            return key.key().getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException("a key that does not encode", e);
        }
    }
}
