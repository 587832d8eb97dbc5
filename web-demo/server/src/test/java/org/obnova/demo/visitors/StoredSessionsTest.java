// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.visitors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.MovableClock;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.PostgresqlCluster;

/** Two processes are two objects here: neither remembers anything itself. */
@ParameterizedClass
@ValueSource(strings = {"SQLite", "PostgreSQL"})
class StoredSessionsTest {
    @Parameter
    private String kind = "";

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T09:00:00Z"));
    private Database database;
    private StoredSessions one;
    private StoredSessions other;

    @BeforeEach
    void open() {
        database = kind.equals("SQLite")
                ? Database.open(folder.resolve("obnova.db"))
                : Database.connect(PostgresqlCluster.get().create());
        one = new StoredSessions(database, clock);
        other = new StoredSessions(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatOneProcessKeeps_theOtherFinds_onThatSiteAlone() {
        one.keep("cabinet", "id", "name", "first");
        one.keep("cabinet", "id", "name", "second");
        other.keep("cabinet", "id", "more", "third");

        assertThat(other.find("cabinet", "id")).contains(Map.of("name", "second", "more", "third"));
        assertThat(other.find("operator", "id")).isEmpty();
        assertThat(other.find("cabinet", "another id")).isEmpty();
    }

    @Test
    void theId_isWrittenNowhere() {
        one.keep("cabinet", "the very id", "name", "value");

        List<String> hashes = database.read(handle -> handle.createQuery("SELECT hash FROM web_session")
                .mapTo(String.class)
                .list());
        assertThat(hashes).singleElement().asString().matches("[0-9a-f]{64}");
    }

    @Test
    void aValue_isTakenOnce_howeverManyAskAtTheSameTime() throws Exception {
        one.keep("cabinet", "id", "nonce", "value");

        Callable<Boolean> take = () -> one.take("cabinet", "id", "nonce").isPresent();
        try (ExecutorService many = Executors.newFixedThreadPool(4)) {
            long taken = 0;
            for (Future<Boolean> answer :
                    many.invokeAll(IntStream.range(0, 8).mapToObj(each -> take).toList())) {
                taken += answer.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
        assertThat(other.find("cabinet", "id")).contains(Map.of());
    }

    @Test
    void renewal_endsTheEarlierId_andCarriesOnlyWhatIsKept() {
        one.keep("cabinet", "before", "target", "/renewals");
        one.keep("cabinet", "before", "person", "somebody else");

        one.renew("cabinet", "before", "after", Set.of("target")::contains);

        assertThat(other.find("cabinet", "before")).isEmpty();
        assertThat(other.find("cabinet", "after")).contains(Map.of("target", "/renewals"));
    }

    @Test
    void renewal_ofNothing_beginsASession() {
        one.renew("cabinet", "a passing id", "after", any -> true);

        assertThat(other.find("cabinet", "after")).contains(Map.of());
    }

    @Test
    void anEndedSession_isGoneWithItsValues() {
        one.keep("cabinet", "id", "name", "value");
        other.end("cabinet", "id");

        assertThat(one.find("cabinet", "id")).isEmpty();
        assertThat(rows("web_session_value")).isZero();
    }

    @Test
    void aSession_endsAnHourAfterTheLastRequest_andIsForgotten() {
        one.keep("cabinet", "id", "name", "value");
        clock.advance(Duration.ofMinutes(59));
        assertThat(one.find("cabinet", "id")).isPresent();
        clock.advance(Duration.ofMinutes(59));
        assertThat(other.find("cabinet", "id")).isPresent();
        clock.advance(Duration.ofMinutes(60));
        assertThat(other.find("cabinet", "id")).isEmpty();

        one.keep("cabinet", "somebody's", "name", "value");
        assertThat(rows("web_session")).isEqualTo(1);
    }

    @Test
    void looking_writesAtMostOnceAMinute() {
        one.keep("cabinet", "id", "name", "value");
        long begun = seen();
        clock.advance(Duration.ofSeconds(59));
        one.find("cabinet", "id");
        assertThat(seen()).isEqualTo(begun);

        clock.advance(Duration.ofSeconds(1));
        one.find("cabinet", "id");
        assertThat(seen()).isEqualTo(begun + 60_000);
    }

    @Test
    void aSecret_isTheSameForEveryProcess() {
        byte[] made = one.secret("name", new SecureRandom());

        assertThat(other.secret("name", new SecureRandom())).isEqualTo(made).hasSize(32);
        assertThat(other.secret("another", new SecureRandom())).isNotEqualTo(made);
    }

    private long rows(String table) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Long.class)
                .one());
    }

    private long seen() {
        return database.read(handle -> handle.createQuery("SELECT seen FROM web_session")
                .mapTo(Long.class)
                .one());
    }
}
