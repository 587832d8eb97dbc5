// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.JdbiException;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.TestAuthority;
import org.obnova.demo.notifications.Notices;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.regime.Regime;
import org.obnova.demo.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Workers, one a processor, that issue what is due. A process that dies in between does no harm: its jobs are free again at the next start. */
public final class IssuingQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IssuingQueue.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    /** How many issues share a transaction, and with it a wait for the disk: few enough for the lease and for who reads meanwhile. */
    private static final int TOGETHER = 8;

    private final Papers papers;
    private final JobRepository jobs;
    private final Issuing issuing;
    private final InstantSource clock;
    private final Duration delay;
    private final IssuingWatch watch;
    private final Calls calls = new Calls();
    private final List<Thread> workers;

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
        this.issuing = new Issuing(
                papers, authority, new EmailProofs(database, authority.register(), clock), notices, regime, clock);
        this.clock = clock;
        this.delay = delay;
        this.watch = watch;
        this.workers = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(number -> Thread.ofPlatform()
                        .name("issuing-", number)
                        .daemon(true)
                        .unstarted(this::run))
                .toList();
    }

    /** Begins to work, with what an earlier process left first. */
    public void start() {
        jobs.release(clock.instant());
        workers.forEach(Thread::start);
    }

    /** Whether the workers live: without them this process issues nothing. */
    public boolean isWorking() {
        return workers.stream().allMatch(Thread::isAlive);
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
        calls.call();
    }

    @Override
    public void close() {
        workers.forEach(Thread::interrupt);
        try {
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Issues everything that is due now. */
    void work() {
        for (List<String> due = claim(); !due.isEmpty(); due = claim()) {
            issue(due);
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long heard = calls.count();
                calls.awaitMore(heard, tryToWork());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Works, and says how long there is nothing to do then. The edge of the thread: what nobody foresaw, a database that is away among it, must not end
     * the workers, for nobody starts them again.
     */
    private Duration tryToWork() {
        try {
            work();
            return untilNext();
        } catch (RuntimeException e) {
            LOG.error("the issuing queue stopped, will go on", e);
            return AFTER_FAILURE;
        }
    }

    private List<String> claim() {
        return jobs.claim(clock.instant(), TOGETHER);
    }

    /** One that fails keeps the others back only until each is tried alone. */
    private void issue(List<String> applications) {
        long started = System.nanoTime();
        try {
            List<CaProfile> issued = issuing.issue(applications);
            issued.forEach(profile -> watch.issued(profile, since(started).dividedBy(issued.size())));
        } catch (Problem | JdbiException | IllegalStateException e) {
            if (applications.size() > 1) {
                applications.forEach(application -> issue(List.of(application)));
                return;
            }
            String application = applications.getFirst();
            LOG.error("issue of application {} failed, will be tried again", application, e);
            watch.putBack(since(started));
            jobs.putBack(application, clock.instant(), AFTER_FAILURE);
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
