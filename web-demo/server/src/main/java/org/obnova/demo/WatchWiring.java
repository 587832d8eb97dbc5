// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.TestAuthority;
import org.obnova.demo.enrolment.IssuingQueue;
import org.obnova.demo.store.Database;
import org.obnova.demo.watch.Health;
import org.obnova.demo.watch.Health.State;
import org.obnova.demo.watch.ManagementServer;
import org.obnova.demo.watch.Metrics;
import org.obnova.demo.watch.RequestLog;
import org.obnova.demo.watch.Verdicts;
import org.obnova.demo.web.RequestWatch;

/** What is watched of the server. */
final class WatchWiring implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Metrics metrics = new Metrics();
    private final RequestLog log = new RequestLog();
    private @Nullable Health health;
    private @Nullable ManagementServer server;

    Metrics metrics() {
        return metrics;
    }

    /** Counts and logs. */
    RequestWatch requests() {
        return request -> {
            metrics.answered(request);
            log.answered(request);
        };
    }

    /**
     * What is watched; before {@link #listen}.
     *
     * @param places where data lie
     */
    void look(Database database, TestAuthority authority, IssuingQueue queue, CaProfile profile, List<Path> places) {
        metrics.expect(profile);
        metrics.database(database::load);
        metrics.queue(queue::backlog);
        metrics.room(() -> room(places));
        authority.ends().forEach(metrics::end);
        Map<String, Supplier<State>> checks = new LinkedHashMap<>();
        checks.put(
                "database",
                () -> database.read(handle ->
                        handle.createQuery("SELECT 1").mapTo(Integer.class).one() == 1 ? State.PASS : State.FAIL));
        checks.put("schema", () -> database.isCurrent() ? State.PASS : State.FAIL);
        checks.put("issuing", () -> Verdicts.issuing(queue.isWorking(), queue.backlog()));
        checks.put("keys", () -> authority.signs(profile) ? State.PASS : State.FAIL);
        checks.put("disk", () -> Verdicts.disk(room(places)));
        health = new Health(checks, PATIENCE);
    }

    /** Begins to answer on that port of the loopback address. */
    URI listen(int port) throws IOException {
        Health watched = health;
        if (watched == null || server != null) {
            throw new IllegalStateException("nothing to watch, or watched already");
        }
        server = new ManagementServer(port, watched, metrics);
        return server.address();
    }

    /** Of the fullest one. */
    private static long room(List<Path> places) {
        long least = Long.MAX_VALUE;
        try {
            for (Path place : places) {
                least = Math.min(least, Files.getFileStore(place).getUsableSpace());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be asked", e);
        }
        return least;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (health != null) {
            health.close();
        }
        metrics.close();
    }
}
