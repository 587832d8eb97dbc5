// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.visitors.EntryBuckets;

/**
 * How much one address may ask for: a bucket of each kind, which fills again with time (RFC 6585 section 4 for the answer). The address is that of
 * {@link VisitorAddress}. Files of the pages are not counted. Tries to log in are counted for all server processes together, and beyond a
 * restart, but who is one too many here already costs the database nothing; the others keep one process from being flooded, and are counted in its memory.
 */
final class RateLimits {
    private static final int MOST_BUCKETS = 20_000;
    private static final String RETRY_SECONDS = "60";

    private final LongSupplier nanos;
    private final EntryBuckets entries;

    /** The least recently used ones go first. */
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_BUCKETS;
        }
    };

    /**
     * Full buckets.
     *
     * @param nanos a clock that only goes on, as {@link System#nanoTime}
     * @param entries of {@link Kind#ENTRY}
     */
    RateLimits(LongSupplier nanos, EntryBuckets entries) {
        this.nanos = nanos;
        this.entries = entries;
    }

    /** What is counted together. */
    enum Kind {
        /** Logins, codes and what concerns them. */
        ENTRY(60, 30),
        /** Every other change. */
        CHANGE(600, 300),
        /** Pages. */
        LOOK(3000, 1500);

        private final int burst;
        private final int perMinute;

        Kind(int burst, int perMinute) {
            this.burst = burst;
            this.perMinute = perMinute;
        }

        int burst() {
            return burst;
        }

        static Kind of(String method, String path) {
            if (!method.equals("POST")) {
                return LOOK;
            }
            return path.startsWith("/sign-in") || path.startsWith("/profile") ? ENTRY : CHANGE;
        }
    }

    private record Bucket(double left, long at) {}

    /** Refuses a request that is one too many. */
    void check(Context context) {
        String path = context.path();
        if (path.startsWith("/static/") || path.startsWith("/obnova/")) {
            return;
        }
        try {
            count(context.ip(), Kind.of(context.method().name(), path));
        } catch (Problem tooMany) {
            context.header("Retry-After", RETRY_SECONDS);
            throw tooMany;
        }
    }

    /** @throws Problem TOO_MANY_REQUESTS */
    void count(String address, Kind kind) {
        if (isEmpty(address, kind) || (kind == Kind.ENTRY && !entries.take(address, kind.burst, kind.perMinute))) {
            throw new Problem(ProblemCode.TOO_MANY_REQUESTS, "bucket " + kind + " is empty");
        }
    }

    private boolean isEmpty(String address, Kind kind) {
        long now = nanos.getAsLong();
        synchronized (buckets) {
            String key = kind + " " + address;
            Bucket before = buckets.getOrDefault(key, new Bucket(kind.burst, now));
            double refilled = (now - before.at()) * (kind.perMinute / (double) TimeUnit.MINUTES.toNanos(1));
            double left = Math.min(kind.burst, before.left() + refilled);
            boolean empty = left < 1;
            buckets.put(key, new Bucket(empty ? left : left - 1, now));
            return empty;
        }
    }
}
