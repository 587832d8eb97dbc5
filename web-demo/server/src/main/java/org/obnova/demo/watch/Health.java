// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.watch;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the server can do its work: some checks, all asked at once, each with the same time to answer. */
public final class Health implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final Map<String, Supplier<State>> checks;
    private final Duration patience;
    private final Map<String, State> last = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /** How something stands; the worst of some is that of the whole. */
    public enum State {
        PASS,
        /** It works, and somebody should look. */
        WARN,
        /** No request should be sent here. */
        FAIL;

        /** As application/health+json has it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How the server stands.
     *
     * @param checks in the order in which they were given
     */
    record Report(Map<String, State> checks) {
        Report {
            checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
        }

        State state() {
            return checks.values().stream().max(State::compareTo).orElse(State.PASS);
        }
    }

    /**
     * Of those checks.
     *
     * @param checks by their names; one that throws, or is late, has failed
     * @param patience how long each may take
     */
    public Health(Map<String, Supplier<State>> checks, Duration patience) {
        this.checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
        this.patience = patience;
        checks.keySet().forEach(name -> last.put(name, State.PASS));
    }

    /** Asks all of them. */
    Report report() throws InterruptedException {
        Map<String, Future<State>> asked = new LinkedHashMap<>();
        checks.forEach((name, check) -> asked.put(name, workers.submit(check::get)));
        long end = System.nanoTime() + patience.toNanos();
        Map<String, State> states = new LinkedHashMap<>();
        for (Map.Entry<String, Future<State>> one : asked.entrySet()) {
            states.put(one.getKey(), state(one.getKey(), one.getValue(), end - System.nanoTime()));
        }
        return new Report(states);
    }

    /** What a check said when it was last asked. */
    State last(String check) {
        return last.getOrDefault(check, State.PASS);
    }

    List<String> names() {
        return List.copyOf(checks.keySet());
    }

    private State state(String name, Future<State> answer, long nanos) throws InterruptedException {
        try {
            return note(name, answer.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS), null);
        } catch (ExecutionException e) {
            return note(name, State.FAIL, e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return note(name, State.FAIL, e);
        }
    }

    /** The log has the reason once, where the state changes; who asks is told the state alone. */
    private State note(String name, State now, @Nullable Throwable reason) {
        State before = last.put(name, now);
        if (before != now) {
            LOG.atWarn().setCause(reason).log("health: {} was {} and is {}", name, before, now);
        }
        return now;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
