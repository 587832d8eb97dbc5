// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.visitors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.MovableClock;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.TestDatabase;

class EntryBucketsTest {
    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T09:00:00Z"));
    private Database database;
    private EntryBuckets one;
    private EntryBuckets other;

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder);
        one = new EntryBuckets(database, clock);
        other = new EntryBuckets(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void twoProcesses_takeFromOneBucket() {
        assertThat(one.take("10.0.0.1", 3, 1)).isTrue();
        assertThat(other.take("10.0.0.1", 3, 1)).isTrue();
        assertThat(one.take("10.0.0.1", 3, 1)).isTrue();

        assertThat(other.take("10.0.0.1", 3, 1)).isFalse();
        assertThat(other.take("10.0.0.2", 3, 1)).isTrue();
    }

    @Test
    void aBucket_fillsAgain_byTheMinute() {
        assertThat(one.take("10.0.0.1", 1, 2)).isTrue();
        clock.advance(Duration.ofSeconds(29));
        assertThat(one.take("10.0.0.1", 1, 2)).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(one.take("10.0.0.1", 1, 2)).isTrue();
    }

    @Test
    void addresses_areForgotten() {
        one.take("10.0.0.1", 60, 30);
        clock.advance(Duration.ofMinutes(11));
        one.take("10.0.0.2", 60, 30);

        List<String> known = database.read(handle -> handle.createQuery("SELECT address FROM entry_bucket")
                .mapTo(String.class)
                .list());
        assertThat(known).containsExactly("10.0.0.2");
    }
}
