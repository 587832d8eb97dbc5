// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** A copy of a SQLite database while others write to it (SQLite's online backup): of one moment, and one file. */
public final class SqliteCopy {
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    private SqliteCopy() {}

    /** Copies the database to a file that is not there yet. */
    public static void copy(Path from, Path to) throws IOException {
        try (Connection connection = open(from)) {
            int result = connection.unwrap(SQLiteConnection.class).getDatabase().backup("main", to.toString(), null);
            if (result != SQLiteErrorCode.SQLITE_OK.code) {
                throw new IOException("SQLite cannot copy its database: " + SQLiteErrorCode.getErrorCode(result));
            }
        } catch (SQLException e) {
            throw new IOException("the database cannot be copied", e);
        }
    }

    /** What SQLite finds broken in a database; nothing where it is whole. */
    public static List<String> broken(Path file) throws IOException {
        return column(file, "PRAGMA integrity_check").stream()
                .filter(found -> !found.equals("ok"))
                .toList();
    }

    /** The first column of a query, as text. */
    public static List<String> column(Path file, String query) throws IOException {
        try (Connection connection = open(file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        } catch (SQLException e) {
            throw new IOException("the database cannot be read", e);
        }
    }

    private static Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source.getConnection();
    }
}
