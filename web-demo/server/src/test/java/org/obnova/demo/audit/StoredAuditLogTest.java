// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.MovableClock;
import org.obnova.demo.store.Database;

class StoredAuditLogTest {
    private static final Actor OPERATOR = Actor.operator("op-1");
    private static final About APPLICATION = About.object("application", "A-1");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T09:00:00.5Z"));

    @TempDir
    Path folder;

    private Database database;
    private StoredAuditLog log;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("test.db"));
        log = new StoredAuditLog(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void record_chainsEachEntryToTheOneBefore() {
        AuditEntry first = log.record(OPERATOR, AuditAction.REVIEW_APPROVED, APPLICATION);
        clock.advance(Duration.ofSeconds(1));
        AuditEntry second = log.record(OPERATOR, AuditAction.REVIEW_REJECTED, APPLICATION);

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.previous()).isEqualTo(AuditEntry.NOTHING);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(log.entries(0, 10)).containsExactly(first, second);
        assertThat(log.entries(1, 10)).containsExactly(second);
        assertThat(log.entries(0, 1)).containsExactly(first);
        assertThat(log.length()).isEqualTo(2);
    }

    @Test
    void canonicalText_isThatOfItsDescription() {
        AuditEntry entry = log.record(
                Actor.server("authority"),
                AuditAction.CERTIFICATE_ISSUED,
                About.object("certificate", "c1", "abc".getBytes(StandardCharsets.US_ASCII)));

        assertThat(entry.canonical()).isEqualTo("""
                obnova-audit-1 sha-256
                1
                2026-11-22T09:00:00.500Z
                server:authority
                certificate-issued
                certificate:c1
                ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
                0000000000000000000000000000000000000000000000000000000000000000
                """);
    }

    @Test
    void record_isUndone_withTheActionThatItTellsOf() {
        assertThatThrownBy(() -> database.update(handle -> {
                    log.record(OPERATOR, AuditAction.REVIEW_APPROVED, APPLICATION);
                    throw new IllegalStateException("the action failed");
                }))
                .hasMessage("the action failed");

        assertThat(log.length()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET actor = 'op-2' WHERE number = 1",
                "DELETE FROM audit_entry WHERE number = 2",
                "DELETE FROM audit_entry",
                "INSERT OR REPLACE INTO audit_entry SELECT number, at, role, 'op-2', action, object, digest, previous, hash FROM audit_entry",
                "INSERT INTO audit_entry SELECT 3, at, role, actor, action, object, digest, previous, 'other' FROM audit_entry WHERE number = 2",
                "INSERT INTO audit_entry SELECT 9, at, role, actor, action, object, digest, hash, 'other' FROM audit_entry WHERE number = 2"
            })
    void database_refusesWhatIsNotAnAppending(String statement) {
        log.record(OPERATOR, AuditAction.REVIEW_APPROVED, APPLICATION);
        log.record(OPERATOR, AuditAction.REVIEW_REJECTED, APPLICATION);
        var before = log.entries(0, 10);

        assertThatThrownBy(() -> database.update(handle -> handle.execute(statement)))
                .hasMessageContaining("audit log");

        assertThat(log.entries(0, 10)).isEqualTo(before);
    }

    @Test
    void record_refusesAnObjectOfAnotherKind() {
        assertThatThrownBy(() -> log.record(OPERATOR, AuditAction.CERTIFICATE_REVOKED, APPLICATION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is about certificate");
        assertThat(log.length()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"operator,''", "operator,Иванов", "operator,'a b'", "operator,'a\nb'", "operator,i@example.org"})
    void actor_isAnId_andNothingAPersonIsCalled(String kind, String id) {
        assertThatThrownBy(() -> Actor.operator(id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> About.object(kind, id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void catalogue_hasEveryActionOnce() {
        ActionCatalogue catalogue = ActionCatalogue.bundled();

        for (AuditAction action : AuditAction.values()) {
            assertThat(catalogue.title(action, true)).matches("[А-ЯЁ].*");
            assertThat(catalogue.title(action, false)).matches("[A-Z].*");
        }
    }
}
