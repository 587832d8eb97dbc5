// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which database the tests have: SQLite, or with {@code -Dobnova.test.database=postgresql} an empty one of PostgreSQL. */
public final class TestDatabase {
    private static final Map<Path, PostgresqlSettings> OPENED = new ConcurrentHashMap<>();

    private TestDatabase() {}

    /** A database with its schema, of that folder: a second time it is the same one. */
    public static Database open(Path folder) {
        return isPostgresql()
                ? Database.connect(OPENED.computeIfAbsent(
                        folder, each -> PostgresqlCluster.get().create()))
                : Database.open(folder.resolve("obnova.db"));
    }

    /** A new database of PostgreSQL; null where the tests have SQLite. */
    public static @Nullable PostgresqlSettings shared() {
        return isPostgresql() ? PostgresqlCluster.get().create() : null;
    }

    private static boolean isPostgresql() {
        return "postgresql".equals(System.getProperty("obnova.test.database"));
    }
}
