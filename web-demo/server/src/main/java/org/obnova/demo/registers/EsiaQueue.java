// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.registers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.obnova.demo.ca.CertificateRegister;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.identity.Person;
import org.obnova.demo.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells ESIA of every certificate in the CA's register, and again until ESIA knows (63-FZ, article 18, part 5). */
public final class EsiaQueue implements EsiaStanding, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EsiaQueue.class);
    /** How soon a new certificate is noticed. */
    private static final Duration LOOK = Duration.ofSeconds(2);
    /** A pause is doubled no more often than this. */
    private static final int DOUBLINGS = 20;

    private final EsiaEntries entries;
    private final CertificateRegister certificates;
    private final Function<String, Optional<Person>> people;
    private final Lines lines;
    private final Pauses pauses;
    private final InstantSource clock;
    private final Semaphore closing = new Semaphore(0);
    private final Thread worker;

    /**
     * Pauses between two tries: the first one, then twice as long each time, up to the longest.
     *
     * @param first longer than nothing
     * @param longest not shorter than the first
     */
    public record Pauses(Duration first, Duration longest) {
        /** Refuses pauses that are none. */
        public Pauses {
            if (!first.isPositive() || longest.compareTo(first) < 0) {
                throw new IllegalArgumentException("pauses must grow from more than nothing");
            }
        }

        Duration after(int attempts) {
            Duration pause = first.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
            return pause.compareTo(longest) > 0 ? longest : pause;
        }
    }

    /**
     * A queue that does not work yet.
     *
     * @param people who stands in an application, by its id: ESIA wants birth, sex and citizenship too
     */
    public EsiaQueue(
            Database database,
            CertificateRegister certificates,
            Function<String, Optional<Person>> people,
            Lines lines,
            Pauses pauses,
            InstantSource clock) {
        this.entries = new EsiaEntries(database);
        this.certificates = certificates;
        this.people = people;
        this.lines = lines;
        this.pauses = pauses;
        this.clock = clock;
        this.worker = Thread.ofPlatform().name("esia").daemon(true).unstarted(this::run);
    }

    /** Begins to work. */
    public void start() {
        worker.start();
    }

    @Override
    public Optional<EsiaEntry> find(String sha256) {
        return entries.find(sha256);
    }

    @Override
    public int waiting() {
        return entries.waiting();
    }

    @Override
    public int registered() {
        return entries.done();
    }

    /** Takes up what is new and tells what is due now. */
    public void work() {
        entries.takeUp(clock.instant());
        for (EsiaEntry entry : entries.due(clock.instant())) {
            if (entries.claim(entry, clock.instant())) {
                tell(entry);
            }
        }
    }

    @Override
    public void close() {
        closing.release();
        worker.interrupt();
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                tryToWork();
            } while (!closing.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToWork() {
        try {
            work();
        } catch (JdbiException e) {
            LOG.error("registrations in ESIA wait: the database failed", e);
        }
    }

    private void tell(EsiaEntry entry) {
        IssuedCertificate certificate = certificates.find(entry.sha256()).orElseThrow();
        Reply reply = lines.ask(Agency.ESIA, "/certificates", message(certificate));
        Instant now = clock.instant();
        if (reply instanceof Reply.Found found
                && entry.sha256().equals(found.body().path("registered").asText())) {
            entries.registered(entry.sha256(), now);
            return;
        }
        entries.again(entry.sha256(), now.plus(pauses.after(entry.attempts())));
        // The first try that fails is news; the same every five minutes is not.
        if (entry.attempts() == 0) {
            LOG.warn("ESIA did not register certificate {}, will be told again", entry.sha256());
        }
    }

    private ObjectNode message(IssuedCertificate certificate) {
        ObjectNode message = Questions.of("sha256", certificate.sha256())
                .put("certificate", Base64.getEncoder().encodeToString(certificate.der()));
        certificate.subject().ifPresent(subject -> message.put("snils", subject.snils()));
        Optional.ofNullable(certificate.application())
                .flatMap(people)
                .ifPresent(person -> message.put("birthDate", person.birthDate().toString())
                        .put("birthPlace", person.birthPlace())
                        .put("sex", person.sex().name().toLowerCase(Locale.ROOT))
                        .put("citizenship", person.citizenship()));
        return message;
    }
}
