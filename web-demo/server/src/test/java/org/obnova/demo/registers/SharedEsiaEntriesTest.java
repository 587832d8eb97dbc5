// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.PostgresqlCluster;

/** ESIA's turn of two processes on one PostgreSQL. */
class SharedEsiaEntriesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private Database database;
    private EsiaEntries one;
    private EsiaEntries other;

    @BeforeEach
    void open() {
        database = Database.connect(PostgresqlCluster.get().create());
        database.update(handle ->
                handle.execute("INSERT INTO certificate (sha256, der, authority, serial, key_id, holder, replace)"
                        + " VALUES ('a', ''::bytea, 'issuing', '1', 'k', 'holder', 0)"));
        one = new EsiaEntries(database);
        other = new EsiaEntries(database);
        one.takeUp(NOW);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatTwoFindDue_oneTells() {
        assertThat(other.takeUp(NOW)).isZero();
        EsiaEntry found = one.due(NOW).getFirst();
        EsiaEntry alike = other.due(NOW).getFirst();

        assertThat(one.claim(found, NOW)).isTrue();
        assertThat(other.claim(alike, NOW)).isFalse();
        assertThat(other.due(NOW)).isEmpty();
    }

    @Test
    void whatADeadProcessHad_isDueAgainAfterItsLease() {
        assertThat(one.claim(one.due(NOW).getFirst(), NOW)).isTrue();
        Instant later = NOW.plus(EsiaEntries.LEASE);

        assertThat(other.claim(other.due(later).getFirst(), later)).isTrue();
    }
}
