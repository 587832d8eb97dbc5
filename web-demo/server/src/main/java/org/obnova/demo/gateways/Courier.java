// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.gateways;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker that brings out what waits. A process that dies in between does no harm: what was not confirmed is sent again. */
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    /** When the next attempt is made after one, two, … that failed; then always the last. */
    private static final List<Duration> PATIENCE = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30));

    /** Older ones are of no use: a call brings a code that lives ten minutes. */
    private static final Map<Message.Kind, Duration> USEFUL = Map.of(
            Message.Kind.CALL, Duration.ofMinutes(10),
            Message.Kind.SMS, Duration.ofHours(6),
            Message.Kind.EMAIL, Duration.ofDays(2));

    private final OutboxRepository outbox;
    private final Map<Message.Kind, Gateway> gateways;
    private final InstantSource clock;
    private final Semaphore signal = new Semaphore(0);
    private final Thread worker;

    /** A courier that does not work yet. */
    public Courier(Database database, Map<Message.Kind, Gateway> gateways, InstantSource clock) {
        this.outbox = new OutboxRepository(database);
        this.gateways = Map.copyOf(gateways);
        this.clock = clock;
        this.worker = Thread.ofPlatform().name("courier").daemon(true).unstarted(this::run);
    }

    /** Begins to work, with what an earlier process left first. */
    public void start() {
        worker.start();
    }

    /** Says that there may be something to do. */
    void wake() {
        signal.release();
    }

    @Override
    public void close() {
        worker.interrupt();
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Brings out everything that is due now. */
    void work() {
        for (Optional<OutboxRepository.Waiting> next = outbox.next(clock.instant());
                next.isPresent() && !Thread.currentThread().isInterrupted();
                next = outbox.next(clock.instant())) {
            bring(next.get());
        }
    }

    private void bring(OutboxRepository.Waiting waiting) {
        Message message = waiting.message();
        Instant now = clock.instant();
        Gateway gateway = gateways.get(message.kind());
        if (gateway == null || message.sent().plus(useful(message)).isBefore(now)) {
            LOG.warn(
                    "message {} ({}) given up: {}",
                    message.id(),
                    message.kind(),
                    gateway == null ? "no gateway" : "too old");
            outbox.remove(message.id());
            return;
        }
        try {
            gateway.send(message);
            outbox.remove(message.id());
        } catch (GatewayException e) {
            LOG.warn("message {} ({}) not taken: {}", message.id(), message.kind(), e.getMessage());
            if (e.isForGood()) {
                outbox.remove(message.id());
            } else {
                outbox.later(message.id(), now.plus(PATIENCE.get(Math.min(waiting.attempts(), PATIENCE.size() - 1))));
            }
        }
    }

    private static Duration useful(Message message) {
        return USEFUL.getOrDefault(message.kind(), Duration.ZERO);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (signal.tryAcquire(tryToWork().toMillis() + 1, TimeUnit.MILLISECONDS)) {
                    signal.drainPermits();
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Works, and says how long there is nothing to do then. The edge of the thread: whatever fails, messages go on being brought. */
    private Duration tryToWork() {
        try {
            work();
            return untilNext();
        } catch (RuntimeException e) {
            LOG.error("the outbox stopped, will go on", e);
            return AFTER_FAILURE;
        }
    }

    private Duration untilNext() {
        Duration wait = outbox.nextDue()
                .map(due -> Duration.between(clock.instant(), due))
                .orElse(LONGEST_WAIT);
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
