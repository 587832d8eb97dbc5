// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.visitors;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.obnova.demo.store.Database;

/** How many tries to log in each address has left, whichever process it asks: a bucket that fills again with time. */
public final class EntryBuckets {
    private static final Duration TIDY = Duration.ofMinutes(1);
    private static final Duration FULL_AGAIN = Duration.ofMinutes(10);

    private final Database database;
    private final InstantSource clock;
    private final AtomicReference<Instant> tidied = new AtomicReference<>(Instant.MIN);

    /** Buckets in that database. */
    public EntryBuckets(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Bucket(double remaining, long at) {}

    /**
     * Takes one; false where the address's bucket is empty.
     *
     * @param burst how much a full one holds
     * @param perMinute how much comes back in a minute; an empty one is full again within ten
     */
    public boolean take(String address, int burst, int perMinute) {
        if (burst < 1 || perMinute * FULL_AGAIN.toMinutes() < burst) {
            throw new IllegalArgumentException("a bucket that fills too slowly");
        }
        tidy();
        return database.write(handle -> {
            long now = clock.instant().toEpochMilli();
            Bucket before = handle.createQuery("SELECT remaining, at FROM entry_bucket WHERE address = :address")
                    .bind("address", address)
                    .map((row, context) -> new Bucket(row.getDouble("remaining"), row.getLong("at")))
                    .findOne()
                    .orElse(new Bucket(burst, now));
            // Clocks of two processes may differ a little.
            double refilled = Math.max(0, now - before.at())
                    * (perMinute / (double) Duration.ofMinutes(1).toMillis());
            double left = Math.min(burst, before.remaining() + refilled);
            if (left < 1) {
                // The bucket goes on filling from when it was last taken from.
                return false;
            }
            handle.createUpdate("""
                            INSERT INTO entry_bucket (address, remaining, at) VALUES (:address, :left, :at)
                            ON CONFLICT (address) DO UPDATE SET remaining = :left, at = :at
                            """)
                    .bind("address", address)
                    .bind("left", left - 1)
                    .bind("at", Math.max(now, before.at()))
                    .execute();
            return true;
        });
    }

    /** Forgets addresses whose buckets are full again. */
    private void tidy() {
        Instant now = clock.instant();
        Instant last = tidied.get();
        if (last.isAfter(now.minus(TIDY)) || !tidied.compareAndSet(last, now)) {
            return;
        }
        long full = now.minus(FULL_AGAIN).toEpochMilli();
        database.update(handle -> handle.createUpdate("DELETE FROM entry_bucket WHERE at < :full")
                .bind("full", full)
                .execute());
    }
}
