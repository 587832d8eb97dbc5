// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.store.Database;

/** The documents' rows: text and signature byte for byte. */
final class DocumentRepository {
    private final Database database;

    DocumentRepository(Database database) {
        this.database = database;
    }

    Optional<Document> find(String application, Document.Kind kind) {
        return database.read(
                handle -> handle.createQuery("SELECT kind, title, text, cms, signer, signed, stamped FROM document"
                                + " WHERE application = :application AND kind = :kind")
                        .bind("application", application)
                        .bind("kind", kind.name())
                        .map((row, context) -> read(row))
                        .findOne());
    }

    void insert(String application, Document document) {
        database.update(handle -> handle.createUpdate(
                        "INSERT INTO document (application, kind, title, text) VALUES (:application, :kind, :title, :text)")
                .bind("application", application)
                .bind("kind", document.kind().name())
                .bind("title", document.title())
                .bind("text", document.text().getBytes(StandardCharsets.UTF_8))
                .execute());
    }

    void sign(String application, Document.Kind kind, Document.Signature signature) {
        Der stamped = signature.stamped();
        database.update(handle -> handle.createUpdate(
                        "UPDATE document SET cms = :cms, signer = :signer, signed = :signed, stamped = :stamped"
                                + " WHERE application = :application AND kind = :kind")
                .bind("cms", signature.cms().bytes())
                .bind("signer", signature.signer())
                .bind("stamped", stamped == null ? null : stamped.bytes())
                .bind("signed", signature.at().toEpochMilli())
                .bind("application", application)
                .bind("kind", kind.name())
                .execute());
    }

    void forget(String application, Document.Kind kind) {
        database.update(
                handle -> handle.createUpdate("DELETE FROM document WHERE application = :application AND kind = :kind")
                        .bind("application", application)
                        .bind("kind", kind.name())
                        .execute());
    }

    private static Document read(ResultSet row) throws SQLException {
        byte @Nullable [] cms = row.getBytes("cms");
        byte @Nullable [] stamped = row.getBytes("stamped");
        Document.Signature signature = cms == null
                ? null
                : new Document.Signature(
                        new Der(cms),
                        row.getString("signer"),
                        Instant.ofEpochMilli(row.getLong("signed")),
                        stamped == null ? null : new Der(stamped));
        return new Document(
                Document.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                new String(row.getBytes("text"), StandardCharsets.UTF_8),
                signature);
    }
}
