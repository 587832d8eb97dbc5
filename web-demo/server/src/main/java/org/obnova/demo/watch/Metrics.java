// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmInfoMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.enrolment.Backlog;
import org.obnova.demo.enrolment.IssuingWatch;
import org.obnova.demo.store.DatabaseLoad;
import org.obnova.demo.web.AnsweredRequest;
import org.obnova.demo.web.DerService;

/**
 * The server's figures. Every label has few values, all of them our own words: no path, address, name or number of anybody can get into one, and
 * no stranger can make them many.
 */
public final class Metrics implements AutoCloseable {
    /** Upper bounds of the buckets of answers: what a person feels, and what a program's timeout is. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final LogbackMetrics lines = new LogbackMetrics();

    /** Figures of this process. */
    public Metrics() {
        collections.bindTo(registry);
        lines.bindTo(registry);
        new JvmInfoMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Counts a request. */
    public void answered(AnsweredRequest request) {
        Timer.builder("http.server.requests")
                .description("Requests by route template, until the answer was ready")
                .tags(
                        "site",
                        request.site(),
                        "method",
                        request.method(),
                        "route",
                        request.route(),
                        "status",
                        Integer.toString(request.status()))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(request.duration());
    }

    /** Counts what the issuing queue does. */
    public IssuingWatch issuing() {
        return new IssuingWatch() {
            @Override
            public void issued(CaProfile profile, Duration took) {
                certificates(profile).increment();
                issue("issued").record(took);
            }

            @Override
            public void putBack(Duration took) {
                issue("put_back").record(took);
            }
        };
    }

    private Counter certificates(CaProfile profile) {
        return Counter.builder("obnova.certificates.issued")
                .description("Certificates that the issuing queue issued")
                .tags("profile", profile.cliName())
                .register(registry);
    }

    private Timer issue(String outcome) {
        return Timer.builder("obnova.issuing")
                .description("Tries of the issuing queue, until committed or put back")
                .tags("outcome", outcome)
                .register(registry);
    }

    /** Shows zeros before the first certificate, so that a rate can be told from the first one on. */
    public void expect(CaProfile profile) {
        certificates(profile);
        issue("issued");
        issue("put_back");
    }

    /** The same responder, its answers counted by status (RFC 6960 section 4.2.1). */
    public DerService statuses(DerService responder) {
        return counted(responder, "obnova.ocsp", "Answers about the status of certificates", AnswerStatus::ofOcsp);
    }

    /** The same authority, its stamps counted by status (RFC 3161 section 2.4.2). */
    public DerService stamps(DerService authority) {
        return counted(authority, "obnova.timestamps", "Answers with or without a time stamp", AnswerStatus::ofStamp);
    }

    private DerService counted(DerService service, String name, String description, AnswerStatus status) {
        return request -> {
            long started = System.nanoTime();
            byte[] answer = service.answer(request);
            Timer.builder(name)
                    .description(description)
                    .tags("status", status.of(answer))
                    .register(registry)
                    .record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
            return answer;
        };
    }

    /** What waits to be issued, of all processes that share the database; asked at each reading. */
    public void queue(Supplier<Backlog> backlog) {
        Gauge.builder("obnova.issuing.due", () -> backlog.get().due())
                .description("Jobs of the issuing queue that are due and not done")
                .register(registry);
        TimeGauge.builder("obnova.issuing.oldest", () -> backlog.get().oldest().toMillis(), TimeUnit.MILLISECONDS)
                .description("How long the first of them has been due")
                .register(registry);
    }

    /** The way to the database; asked at each reading. */
    public void database(Supplier<DatabaseLoad> load) {
        Gauge.builder("obnova.database.connections", () -> load.get().connections())
                .description("Connections to the database that there may be")
                .register(registry);
        Gauge.builder("obnova.database.connections.busy", () -> load.get().busy())
                .description("Connections in use")
                .register(registry);
        Gauge.builder("obnova.database.waiting", () -> load.get().waiting())
                .description("Threads that wait for a connection")
                .register(registry);
        FunctionCounter.builder(
                        "obnova.database.repeated", load, now -> now.get().repeated())
                .description("Transactions that were done again because another one contradicted them")
                .register(registry);
    }

    /** Room for the server's data, in bytes; asked at each reading. */
    public void room(LongSupplier bytes) {
        Gauge.builder("obnova.data.free", bytes::getAsLong)
                .baseUnit("bytes")
                .description("Free space where the data lie")
                .register(registry);
    }

    /** When a certificate of the authority's own ends. */
    public void end(String name, Instant end) {
        Gauge.builder("obnova.authority.certificate.end", end::getEpochSecond)
                .tags(Tags.of("name", name))
                .baseUnit("seconds")
                .description("When a certificate of the authority itself ends, seconds since 1970")
                .register(registry);
    }

    /** How the server stands, as its health says it: 1 for the state that is, 0 for the others. */
    void health(String check, Supplier<Health.State> state) {
        for (Health.State each : Health.State.values()) {
            Gauge.builder("obnova.health", () -> state.get() == each ? 1 : 0)
                    .tags(Tags.of("check", check, "state", each.word()))
                    .description("1 for the state that the check was in when it was last asked")
                    .register(registry);
        }
    }

    /**
     * All of it, as it is now.
     *
     * @param type media type of the form; one that is not known gets the Prometheus text format 0.0.4
     */
    String text(String type) {
        return registry.scrape(type);
    }

    @Override
    public void close() {
        lines.close();
        collections.close();
        registry.close();
    }
}
