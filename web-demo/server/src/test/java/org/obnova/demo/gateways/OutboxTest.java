// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.MovableClock;
import org.obnova.demo.notifications.DemoInbox;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.TestDatabase;

class OutboxTest {
    private static final Phone PHONE = new Phone("+79000000001");

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T09:00:00Z"));
    private final List<Message> taken = java.util.Collections.synchronizedList(new ArrayList<>());
    private final Deque<GatewayException> failures = new ArrayDeque<>();
    private Database database;
    private DemoInbox inbox;
    private Outbox outbox;

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder);
        inbox = new DemoInbox(database, clock, new SecureRandom());
        outbox = outbox(Map.of(Message.Kind.SMS, this::take, Message.Kind.CALL, this::take));
    }

    private Outbox outbox(Map<Message.Kind, Gateway> gateways) {
        return new Outbox(database, inbox, gateways, clock, new SecureRandom());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void take(Message message) throws GatewayException {
        GatewayException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        taken.add(message);
    }

    private void work() {
        outbox.courier().work();
    }

    @Test
    void messages_withoutAGateway_landInTheInbox_theOthersDoNot() {
        outbox.email("a@example.org", "Тема", "Текст");
        outbox.sms(PHONE, "Код: 123456");
        work();

        assertThat(inbox.latest(9)).singleElement().extracting(Message::kind).isEqualTo(Message.Kind.EMAIL);
        assertThat(taken).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo("+79000000001");
            assertThat(message.text()).isEqualTo("Код: 123456");
        });
        work();
        assertThat(taken).hasSize(1);
    }

    @Test
    void everything_landsInTheInbox_byDefault() {
        Outbox plain = new Outbox(database, inbox, GatewaySettings.NONE, clock, new SecureRandom());
        plain.email("a@example.org", "Тема", "Текст");
        plain.sms(PHONE, "Текст");
        plain.call(PHONE, new Phone("+74991234711"), "Звонок");

        assertThat(inbox.latest(9)).hasSize(3);
    }

    @Test
    void message_goesOutWithItsTransaction_orNotAtAll() {
        assertThatThrownBy(() -> database.update(handle -> {
                    outbox.sms(PHONE, "никогда");
                    throw new IllegalStateException("undone");
                }))
                .isInstanceOf(IllegalStateException.class);
        work();

        assertThat(taken).isEmpty();
    }

    @Test
    void message_isTriedAgain_underTheSameId_laterAndLater() {
        failures.add(new GatewayException("later", false));
        failures.add(new GatewayException("later", false));
        outbox.sms(PHONE, "Код: 123456");
        work();
        work();
        assertThat(failures).hasSize(1);
        clock.advance(Duration.ofSeconds(5));
        work();
        assertThat(failures).isEmpty();
        clock.advance(Duration.ofSeconds(19));
        work();
        assertThat(taken).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        work();

        assertThat(taken).hasSize(1);
    }

    @Test
    void message_isGivenUp_whenRefusedForGood_andHoldsUpNoOther() {
        failures.add(new GatewayException("never", true));
        outbox.sms(PHONE, "первое");
        clock.advance(Duration.ofSeconds(1));
        outbox.sms(PHONE, "второе");
        work();
        clock.advance(Duration.ofDays(1));
        work();

        assertThat(taken).singleElement().extracting(Message::text).isEqualTo("второе");
    }

    @Test
    void call_isNotMadeAnyMore_whenItsCodeIsOver() {
        failures.add(new GatewayException("later", false));
        outbox.call(PHONE, new Phone("+74991234711"), "Звонок");
        work();
        clock.advance(Duration.ofMinutes(11));
        work();

        assertThat(taken).isEmpty();
    }

    @Test
    void courier_goesOn_withWhatAnEarlierProcessLeft() {
        outbox.sms(PHONE, "Код: 123456");
        try (Courier later = outbox(Map.of(Message.Kind.SMS, this::take)).courier()) {
            later.start();

            Awaitility.await().until(() -> taken.size() == 1);
        }
    }
}
