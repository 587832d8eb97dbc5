// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.MovableClock;
import org.obnova.demo.enrolment.Reason;
import org.obnova.demo.notifications.CodeSent;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.TestDatabase;
import org.obnova.demo.visitors.StoredSessions;

class SessionsTest {
    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T09:00:00Z"));
    private Database database;
    private Sessions one;
    private Sessions other;
    private Sessions console;

    /** As pages keep them: nested, private, of several kinds of values. */
    private record Kept(
            Phone phone,
            CodeSent sent,
            Set<String> names,
            Map<String, List<Integer>> numbers,
            @Nullable Reason reason) {}

    private record Login(String account, int generation) {}

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder);
        one = sessions(Site.CABINET);
        other = sessions(Site.CABINET);
        console = sessions(Site.OPERATOR);
    }

    private Sessions sessions(Site site) {
        return new Sessions(site, new StoredSessions(database, clock), new SecureRandom(), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoOnlyLooks_keepsIdAndTokenAtEveryProcess_andCostsNoRow() {
        Session begun = one.of(null);
        Session gone = other.of(begun.id());

        assertThat(gone.id()).isEqualTo(begun.id());
        assertThat(gone.token()).isEqualTo(begun.token()).doesNotContain(begun.id());
        assertThat(rows()).isZero();
    }

    @Test
    void anIdThatNoServerMade_countsNowhere() {
        String id = one.of(null).id();
        String changed = (id.charAt(0) == 'A' ? "B" : "A") + id.substring(1);

        for (String foreign : List.of("", "x", "a".repeat(43), "a".repeat(96), changed, id + "A")) {
            assertThat(one.of(foreign).id()).isNotEqualTo(foreign);
        }
        assertThat(console.of(id).id()).isNotEqualTo(id);
    }

    @Test
    void aPassingId_countsForADay() {
        String id = one.of(null).id();
        clock.advance(Duration.ofHours(24));

        assertThat(one.of(id).id()).isNotEqualTo(id);
    }

    @Test
    void values_goThroughTheDatabase_asTheyWere() {
        Kept kept = new Kept(
                new Phone("+79000000001"),
                new CodeSent(
                        Message.Kind.CALL,
                        4,
                        clock.instant().plusNanos(1),
                        clock.instant().plusSeconds(600)),
                Set.of("Ё", "\"quoted\""),
                Map.of("a", List.of(1, 2)),
                null);
        Session session = one.of(null);
        session.keep(Kept.class, kept);

        Session later = other.of(session.id());
        assertThat(later.find(Kept.class)).contains(kept);
        assertThat(later.find(Login.class)).isEmpty();
        assertThat(later.take(Kept.class)).contains(kept);
        assertThat(one.of(session.id()).find(Kept.class)).isEmpty();
    }

    @Test
    void whatAnotherVersionKept_isMissing_andBreaksNothing() {
        Session session = one.of(null);
        session.keep(Login.class, new Login("account", 1));
        database.update(handle -> handle.execute("UPDATE web_session_value SET value = '{\"another\":[1]}'"));

        assertThat(other.of(session.id()).find(Login.class)).isEmpty();
    }

    @Test
    void login_givesANewId_whichCountsWhileItsSessionIsThere() {
        Session before = one.of(null);
        before.keep(Login.class, new Login("what another person did", 1));
        Session after = one.renew(before, Set.<String>of()::contains);
        after.keep(Login.class, new Login("account", 2));

        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(other.of(after.id()).find(Login.class)).contains(new Login("account", 2));
        assertThat(other.of(before.id()).find(Login.class)).isEmpty();

        other.end(after);
        assertThat(one.of(after.id()).id()).isNotEqualTo(after.id());
    }

    private long rows() {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM web_session")
                .mapTo(Long.class)
                .one());
    }
}
