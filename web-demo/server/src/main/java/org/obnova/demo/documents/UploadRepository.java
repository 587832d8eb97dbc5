// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.obnova.demo.store.Database;

/** The rows of uploads. */
final class UploadRepository {
    private static final String COLUMNS =
            "SELECT upload.id, upload.application, upload.kind, name, format, size, pages, dpi, sha256, previews, added FROM upload ";

    private final Database database;

    UploadRepository(Database database) {
        this.database = database;
    }

    void insert(Upload upload) {
        database.update(handle -> handle.createUpdate("""
                        INSERT INTO upload (id, application, kind, name, format, size, pages, dpi, sha256, previews, added, ordinal)
                        VALUES (:id, :application, :kind, :name, :format, :size, :pages, :dpi, :sha256, :previews, :added,
                                (SELECT coalesce(max(ordinal), 0) + 1 FROM upload))
                        """)
                .bind("id", upload.id())
                .bind("application", upload.application())
                .bind("kind", upload.kind().name())
                .bind("name", upload.name())
                .bind("format", upload.format().name())
                .bind("size", upload.size())
                .bind("pages", upload.pages())
                .bind("dpi", upload.dpi())
                .bind("sha256", upload.sha256())
                .bind("previews", upload.previews())
                .bind("added", upload.added().toEpochMilli())
                .execute());
    }

    Optional<Upload> find(String id) {
        return database.read(handle -> handle.createQuery(COLUMNS + "WHERE upload.id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    List<Upload> of(String application) {
        return database.read(handle -> handle.createQuery(COLUMNS + "WHERE application = :application ORDER BY ordinal")
                .bind("application", application)
                .map((row, context) -> read(row))
                .list());
    }

    /** Of the holder's other applications, the latest first. */
    List<Upload> ofOthers(String holder, String application) {
        return database.read(handle -> handle.createQuery(COLUMNS + """
                        JOIN application a ON a.id = upload.application
                        WHERE a.holder = :holder AND a.id <> :application ORDER BY upload.ordinal DESC
                        """)
                .bind("holder", holder)
                .bind("application", application)
                .map((row, context) -> read(row))
                .list());
    }

    Set<String> ids() {
        return database.read(handle -> Set.copyOf(
                handle.createQuery("SELECT id FROM upload").mapTo(String.class).list()));
    }

    void delete(String id) {
        database.update(handle -> handle.createUpdate("DELETE FROM upload WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    private static Upload read(ResultSet row) throws SQLException {
        int dpi = row.getInt("dpi");
        return new Upload(
                row.getString("id"),
                row.getString("application"),
                UploadKind.valueOf(row.getString("kind")),
                row.getString("name"),
                FileFormat.valueOf(row.getString("format")),
                row.getLong("size"),
                row.getInt("pages"),
                dpi == 0 ? null : dpi,
                row.getString("sha256"),
                row.getInt("previews"),
                Instant.ofEpochMilli(row.getLong("added")));
    }
}
