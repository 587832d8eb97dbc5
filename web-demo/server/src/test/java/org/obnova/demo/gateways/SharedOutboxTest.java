// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obnova.demo.MovableClock;
import org.obnova.demo.notifications.DemoInbox;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.PostgresqlCluster;

/** Couriers of two processes on one PostgreSQL. */
class SharedOutboxTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T09:00:00Z"));
    private Database database;

    @BeforeEach
    void open() {
        database = Database.connect(PostgresqlCluster.get().create());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Outbox outbox(Gateway gateway) {
        return new Outbox(
                database,
                new DemoInbox(database, clock, new SecureRandom()),
                Map.of(Message.Kind.SMS, gateway),
                clock,
                new SecureRandom());
    }

    @Test
    void eachMessage_isBroughtOutOnce() throws Exception {
        ConcurrentLinkedQueue<String> brought = new ConcurrentLinkedQueue<>();
        Outbox one = outbox(message -> brought.add(message.text()));
        Outbox other = outbox(message -> brought.add(message.text()));
        for (int i = 0; i < 20; i++) {
            one.sms(new Phone("+79000000001"), "message " + i);
        }

        List<Callable<Void>> works = List.of(work(one), work(other));
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (Future<Void> done : both.invokeAll(works)) {
                done.get();
            }
        }

        assertThat(brought).hasSize(20);
        assertThat(new HashSet<>(brought)).hasSize(20);
    }

    @Test
    void whatADeadProcessHad_isDueAgainAfterItsLease() {
        outbox(message -> {}).sms(new Phone("+79000000001"), "text");
        OutboxRepository waiting = new OutboxRepository(database);
        assertThat(waiting.next(clock.instant())).isPresent();
        assertThat(waiting.next(clock.instant())).isEmpty();

        clock.advance(OutboxRepository.LEASE);
        Optional<OutboxRepository.Waiting> again = waiting.next(clock.instant());
        assertThat(again).map(one -> one.message().text()).contains("text");
    }

    private static Callable<Void> work(Outbox outbox) {
        return () -> {
            outbox.courier().work();
            return null;
        };
    }
}
