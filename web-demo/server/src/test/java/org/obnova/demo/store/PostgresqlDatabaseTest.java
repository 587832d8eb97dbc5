// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real PostgreSQL. */
class PostgresqlDatabaseTest {
    private static final int WORKERS = 4;
    private static final int EACH = 25;

    @TempDir
    Path folder;

    /** Whatever SQLite has PostgreSQL has, and the other way round. */
    @Test
    void schemas_haveTheSameTablesAndColumns() {
        try (Database sqlite = Database.open(folder.resolve("obnova.db"));
                Database postgresql = connect()) {
            Map<String, List<String>> columns = sqlite.read(handle -> named(handle, """
                    SELECT m.name AS tab, c.name AS col FROM sqlite_master m, pragma_table_info(m.name) c
                    WHERE m.type = 'table' AND m.name NOT LIKE 'flyway%' AND m.name NOT LIKE 'sqlite%'
                    ORDER BY m.name, c.name
                    """));
            assertThat(columns).hasSizeGreaterThan(15);
            assertThat(postgresql.<Map<String, List<String>>>read(handle -> named(handle, """
                    SELECT table_name AS tab, column_name AS col FROM information_schema.columns
                    WHERE table_schema = 'public' AND table_name NOT LIKE 'flyway%'
                    ORDER BY table_name, column_name
                    """)))
                    .isEqualTo(columns);
        }
    }

    /** Two processes count: no number comes twice, none is left out. */
    @Test
    void writersOfTwoProcesses_contradictEachOther_andAreDoneAgain() throws Exception {
        PostgresqlSettings settings = PostgresqlCluster.get().create();
        try (Database one = Database.connect(settings);
                Database other = Database.connect(settings);
                ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<List<Long>>> all = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                Database database = i % 2 == 0 ? one : other;
                all.add(workers.submit((Callable<List<Long>>) () -> numbers(database)));
            }
            List<Long> numbers = new ArrayList<>();
            for (Future<List<Long>> each : all) {
                numbers.addAll(each.get());
            }
            assertThat(numbers).doesNotHaveDuplicates().hasSize(WORKERS * EACH);
            assertThat(count(one)).isEqualTo(WORKERS * EACH);
        }
    }

    private static List<Long> numbers(Database database) {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            numbers.add(database.write(handle -> {
                long next = count(handle) + 1L;
                insert(handle, "nonce-" + next);
                return next;
            }));
        }
        return numbers;
    }

    @Test
    void whatAnotherHasJustWritten_isFoundByTheNextTry() throws Exception {
        PostgresqlSettings settings = PostgresqlCluster.get().create();
        try (Database one = Database.connect(settings);
                Database other = Database.connect(settings)) {
            AtomicInteger tries = new AtomicInteger();
            one.update(handle -> {
                // Both have looked; the other one is faster.
                if (tries.incrementAndGet() == 1) {
                    Thread faster = Thread.ofPlatform().start(() -> other.update(inside -> insertKey(inside)));
                    join(faster);
                    insertKey(handle);
                } else {
                    assertThat(keys(handle)).isEqualTo(1);
                }
            });
            assertThat(tries).hasValue(2);
        }
    }

    @Test
    void whatIsThereTwice_whateverIsDone_isRefusedInTheEnd() {
        try (Database database = connect()) {
            AtomicInteger tries = new AtomicInteger();
            assertThatThrownBy(() -> database.update(handle -> {
                        tries.incrementAndGet();
                        insertKey(handle);
                        insertKey(handle);
                    }))
                    .isInstanceOf(JdbiException.class);
            assertThat(tries).hasValue(3);
        }
    }

    private static void insertKey(Handle handle) {
        handle.execute("INSERT INTO entry_bucket (address, remaining, at) VALUES ('10.0.0.1', 1, 0)");
    }

    private static int keys(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM entry_bucket")
                .mapTo(Integer.class)
                .one();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void write_isThere_afterTheServerWasKilled() {
        PostgresqlCluster cluster = PostgresqlCluster.get();
        PostgresqlSettings settings = cluster.create();
        try (Database database = Database.connect(settings)) {
            database.update(handle -> insert(handle, "acknowledged"));
            cluster.crash();
        }
        try (Database database = Database.connect(settings)) {
            assertThat(count(database)).isEqualTo(1);
        }
    }

    @Test
    void write_isUndone_whenTheWorkThrows() {
        try (Database database = connect()) {
            assertThatThrownBy(() -> database.update(handle -> {
                        database.update(inside -> insert(inside, "one"));
                        throw new IllegalStateException("in the midst");
                    }))
                    .hasMessage("in the midst");
            assertThat(count(database)).isZero();
        }
    }

    @Test
    void write_insideARead_isRefused() {
        try (Database database = connect()) {
            assertThatThrownBy(() -> database.read(handle -> {
                        database.update(inside -> insert(inside, "one"));
                        return 1;
                    }))
                    .hasMessageContaining("inside a read");
        }
    }

    @Test
    void failure_doesNotShow_whatWasBound() {
        try (Database database = connect()) {
            database.update(handle -> insert(handle, "secret-value"));
            assertThatThrownBy(() -> database.update(handle -> insert(handle, "secret-value")))
                    .hasMessageContaining("unique")
                    .hasMessageNotContaining("secret-value");
        }
    }

    private static Database connect() {
        return Database.connect(PostgresqlCluster.get().create());
    }

    private static Map<String, List<String>> named(Handle handle, String sql) {
        Map<String, List<String>> columns = new TreeMap<>();
        handle.createQuery(sql)
                .mapToMap()
                .forEach(row -> columns.computeIfAbsent(String.valueOf(row.get("tab")), table -> new ArrayList<>())
                        .add(String.valueOf(row.get("col"))));
        return columns;
    }

    private static void insert(Handle handle, String nonce) {
        handle.execute("INSERT INTO challenge (nonce, expires) VALUES (?, 0)", nonce);
    }

    private static int count(Database database) {
        return database.read(PostgresqlDatabaseTest::count);
    }

    private static int count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM challenge")
                .mapTo(Integer.class)
                .one();
    }
}
