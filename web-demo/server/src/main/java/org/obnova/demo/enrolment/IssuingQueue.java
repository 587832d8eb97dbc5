// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.TestAuthority;
import org.obnova.demo.notifications.Notices;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.regime.Regime;
import org.obnova.demo.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker that issues what is due. A process that dies in between does no harm: the job is free again at the next start. */
public final class IssuingQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IssuingQueue.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private final Papers papers;
    private final JobRepository jobs;
    private final Issuing issuing;
    private final InstantSource clock;
    private final Duration delay;
    private final IssuingWatch watch;
    private final Semaphore signal = new Semaphore(0);
    private final Thread worker;

    /**
     * A queue that does not work yet.
     *
     * @param delay how long the CA takes at least
     * @param watch is told of each try
     */
    public IssuingQueue(
            Database database,
            TestAuthority authority,
            Notices notices,
            Regime regime,
            InstantSource clock,
            Duration delay,
            IssuingWatch watch) {
        this.papers = Papers.in(database);
        this.jobs = papers.jobs();
        this.issuing = new Issuing(papers, authority, notices, regime, clock);
        this.clock = clock;
        this.delay = delay;
        this.watch = watch;
        this.worker = Thread.ofPlatform().name("issuing").daemon(true).unstarted(this::run);
    }

    /** Begins to work, with what an earlier process left first. */
    public void start() {
        jobs.release(clock.instant());
        worker.start();
    }

    /** Whether the worker lives: without it this process issues nothing. */
    public boolean isWorking() {
        return worker.isAlive();
    }

    /** What waits, of all processes. */
    public Backlog backlog() {
        return jobs.backlog(clock.instant());
    }

    Papers papers() {
        return papers;
    }

    /** Puts an issue into the queue, within the caller's transaction; {@link #wake} after it. */
    void add(String application) {
        jobs.add(application, clock.instant().plus(delay));
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

    /** Issues everything that is due now. */
    void work() {
        for (Optional<String> job = jobs.claim(clock.instant()); job.isPresent(); job = jobs.claim(clock.instant())) {
            issue(job.get());
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                work();
                if (signal.tryAcquire(untilNext().toMillis() + 1, TimeUnit.MILLISECONDS)) {
                    signal.drainPermits();
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void issue(String application) {
        long started = System.nanoTime();
        try {
            Optional<CaProfile> profile = issuing.issue(application);
            profile.ifPresent(issued -> watch.issued(issued, since(started)));
        } catch (Problem | JdbiException | IllegalStateException e) {
            LOG.error("issue of application {} failed, will be tried again", application, e);
            watch.putBack(since(started));
            jobs.putBack(application, clock.instant().plus(AFTER_FAILURE));
        }
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private Duration untilNext() {
        Instant now = clock.instant();
        Duration wait = jobs.nextDue().map(due -> Duration.between(now, due)).orElse(LONGEST_WAIT);
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
