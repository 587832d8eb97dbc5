// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path folder;

    @Test
    void open_setsWhatDurabilityNeeds() {
        try (Database database = open()) {
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "synchronous")).isEqualTo("2");
            assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(database, "busy_timeout")).isEqualTo("10000");
        }
    }

    @Test
    void write_isThere_afterAReopening() {
        try (Database database = open()) {
            insert(database, "one");
        }
        try (Database database = open()) {
            assertThat(count(database)).isEqualTo(1);
        }
    }

    @Test
    void write_isUndone_whenTheWorkThrows() {
        try (Database database = open()) {
            assertThatThrownBy(() -> database.update(handle -> {
                        insert(database, "one");
                        insert(database, "two");
                        throw new IllegalStateException("in the midst");
                    }))
                    .hasMessage("in the midst");

            assertThat(count(database)).isZero();
            insert(database, "three");
            assertThat(count(database)).isEqualTo(1);
        }
    }

    @Test
    void write_insideAnother_isPartOfIt_andSeenThere() {
        try (Database database = open()) {
            int seen = database.write(handle -> {
                insert(database, "one");
                return count(database);
            });

            assertThat(seen).isEqualTo(1);
        }
    }

    @Test
    void failure_doesNotShow_whatWasBound() {
        try (Database database = open()) {
            insert(database, "secret-value");

            assertThatThrownBy(() -> insert(database, "secret-value"))
                    .hasMessageContaining("UNIQUE")
                    .hasMessageNotContaining("secret-value");
        }
    }

    private Database open() {
        return Database.open(folder.resolve("test.db"));
    }

    private static void insert(Database database, String nonce) {
        database.update(handle -> handle.execute("INSERT INTO challenge (nonce, expires) VALUES (?, 0)", nonce));
    }

    private static int count(Database database) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM challenge")
                .mapTo(Integer.class)
                .one());
    }

    private static String pragma(Database database, String name) {
        return database.read(handle ->
                handle.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }
}
