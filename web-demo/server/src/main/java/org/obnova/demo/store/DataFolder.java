// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the data of a folder lie. Once they are in PostgreSQL, a file of SQLite that was left there is old, and nobody is to serve it, to copy it or to
 * verify it by mistake.
 */
public final class DataFolder {
    private static final String MARKER = "in-postgresql.txt";

    private DataFolder() {}

    /** The file of SQLite in that folder. */
    public static Path sqlite(Path data) {
        return data.resolve("obnova.db");
    }

    /** Whether that folder's data lie in PostgreSQL. */
    public static boolean isInPostgresql(Path data) {
        return Files.exists(data.resolve(MARKER));
    }

    /** Notes that they do. */
    public static void moveToPostgresql(Path data) throws IOException {
        Files.writeString(
                data.resolve(MARKER),
                "The data of this folder lie in PostgreSQL; obnova.db, where there is one, is older. Remove this file to serve that one again.\n");
    }
}
