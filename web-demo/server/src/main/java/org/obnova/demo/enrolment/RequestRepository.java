// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.obnova.demo.ca.AcceptedRequest;
import org.obnova.demo.store.Database;

/** The requests' rows. A key stands in one request only. */
final class RequestRepository {
    private final Database database;

    RequestRepository(Database database) {
        this.database = database;
    }

    Optional<Der> find(String application) {
        return database.read(handle -> handle.createQuery("SELECT der FROM request WHERE application = :application")
                .bind("application", application)
                .map((row, context) -> new Der(row.getBytes("der")))
                .findOne());
    }

    Optional<AcceptedRequest> accepted(String application) {
        return database.read(
                handle -> handle.createQuery("SELECT key_info FROM request WHERE application = :application")
                        .bind("application", application)
                        .map((row, context) -> AcceptedRequest.of(row.getBytes("key_info")))
                        .findOne());
    }

    boolean knowsKey(String keyId) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM request WHERE key_id = :key")
                        .bind("key", keyId)
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }

    void insert(String application, byte[] der, AcceptedRequest accepted, Instant received) {
        database.update(
                handle -> handle.createUpdate("INSERT INTO request (application, der, key_info, key_id, received)"
                                + " VALUES (:application, :der, :info, :key, :received)")
                        .bind("application", application)
                        .bind("der", der)
                        .bind("info", info(accepted))
                        .bind("key", accepted.keyId())
                        .bind("received", received.toEpochMilli())
                        .execute());
    }

    /** As if none had come: its key may stand in another request, unless a certificate was issued for it. */
    void forget(String application) {
        database.update(handle -> handle.createUpdate("DELETE FROM request WHERE application = :application")
                .bind("application", application)
                .execute());
    }

    private static byte[] info(AcceptedRequest accepted) {
        try {
            return accepted.key().getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException("a key that does not encode", e);
        }
    }
}
