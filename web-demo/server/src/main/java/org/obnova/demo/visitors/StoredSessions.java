// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.visitors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.store.Database;

/**
 * Sessions, and their values by name. An id is written nowhere: a row is found by the hash of site and id. A look at a page costs a read, and a write only where the
 * last one is a minute old.
 */
public final class StoredSessions {
    /** After so long without a request a session has ended. */
    public static final Duration IDLE = Duration.ofMinutes(60);

    private static final Duration TOUCH = Duration.ofMinutes(1);
    private static final int SECRET_BYTES = 32;

    private final Database database;
    private final InstantSource clock;
    private final AtomicReference<Instant> tidied = new AtomicReference<>(Instant.MIN);

    /** Sessions in that database. */
    public StoredSessions(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Row(
            long seen, @Nullable String type, @Nullable String value) {}

    /** The values of a session that goes on; nothing where there is none, or none any more. */
    public Optional<Map<String, String>> find(String site, String id) {
        String hash = hash(site, id);
        Instant now = clock.instant();
        var rows = database.read(handle -> handle.createQuery("""
                        SELECT s.seen, v.type, v.value FROM web_session s
                        LEFT JOIN web_session_value v ON v.session = s.hash WHERE s.hash = :hash
                        """)
                .bind("hash", hash)
                .map((row, context) -> new Row(row.getLong("seen"), row.getString("type"), row.getString("value")))
                .list());
        if (rows.isEmpty() || rows.getFirst().seen() <= now.minus(IDLE).toEpochMilli()) {
            return Optional.empty();
        }
        if (rows.getFirst().seen() <= now.minus(TOUCH).toEpochMilli()) {
            touch(hash, now);
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.type() != null && row.value() != null) {
                values.put(row.type(), row.value());
            }
        }
        return Optional.of(values);
    }

    private void touch(String hash, Instant now) {
        database.update(
                handle -> handle.createUpdate("UPDATE web_session SET seen = :now WHERE hash = :hash AND seen < :now")
                        .bind("hash", hash)
                        .bind("now", now.toEpochMilli())
                        .execute());
    }

    /** Keeps a value, instead of that of the same name. */
    public void keep(String site, String id, String type, String value) {
        tidy();
        String hash = hash(site, id);
        database.update(handle -> {
            begin(handle, hash);
            handle.createUpdate("""
                            INSERT INTO web_session_value (session, type, value) VALUES (:hash, :type, :value)
                            ON CONFLICT (session, type) DO UPDATE SET value = :value
                            """)
                    .bind("hash", hash)
                    .bind("type", type)
                    .bind("value", value)
                    .execute();
        });
    }

    /** Removes and returns a value: of all processes one alone gets it. */
    public Optional<String> take(String site, String id, String type) {
        return database.write(handle -> handle.createQuery(
                        "DELETE FROM web_session_value WHERE session = :hash AND type = :type RETURNING value")
                .bind("hash", hash(site, id))
                .bind("type", type)
                .mapTo(String.class)
                .findOne());
    }

    /**
     * Ends a session and begins another one with some of its values.
     *
     * @param kept by name
     */
    public void renew(String site, String earlier, String id, Predicate<String> kept) {
        tidy();
        String hash = hash(site, id);
        String before = hash(site, earlier);
        database.update(handle -> {
            begin(handle, hash);
            handle
                    .createQuery("SELECT type FROM web_session_value WHERE session = :before")
                    .bind("before", before)
                    .mapTo(String.class)
                    .list()
                    .stream()
                    .filter(kept)
                    .forEach(type -> handle.createUpdate(
                                    "UPDATE web_session_value SET session = :hash WHERE session = :before AND type = :type")
                            .bind("hash", hash)
                            .bind("before", before)
                            .bind("type", type)
                            .execute());
            end(handle, before);
        });
    }

    /** Ends a session. */
    public void end(String site, String id) {
        database.update(handle -> end(handle, hash(site, id)));
    }

    /** A secret that all processes have: the first one makes it. */
    public byte[] secret(String name, SecureRandom random) {
        byte[] fresh = new byte[SECRET_BYTES];
        random.nextBytes(fresh);
        return database.write(handle -> {
            handle.createUpdate("INSERT INTO server_secret (name, value) VALUES (:name, :fresh) ON CONFLICT DO NOTHING")
                    .bind("name", name)
                    .bind("fresh", fresh)
                    .execute();
            return handle.createQuery("SELECT value FROM server_secret WHERE name = :name")
                    .bind("name", name)
                    .mapTo(byte[].class)
                    .one();
        });
    }

    private void begin(Handle handle, String hash) {
        handle.createUpdate("INSERT INTO web_session (hash, seen) VALUES (:hash, :now) ON CONFLICT DO NOTHING")
                .bind("hash", hash)
                .bind("now", clock.instant().toEpochMilli())
                .execute();
    }

    private static void end(Handle handle, String hash) {
        handle.createUpdate("DELETE FROM web_session WHERE hash = :hash")
                .bind("hash", hash)
                .execute();
    }

    /** Forgets what has ended, at most once a minute: in a transaction of its own, which nobody's login has to contradict. */
    private void tidy() {
        Instant now = clock.instant();
        Instant last = tidied.get();
        if (last.isAfter(now.minus(TOUCH)) || !tidied.compareAndSet(last, now)) {
            return;
        }
        database.update(handle -> handle.createUpdate("DELETE FROM web_session WHERE seen <= :ended")
                .bind("ended", now.minus(IDLE).toEpochMilli())
                .execute());
    }

    private static String hash(String site, String id) {
        try {
            byte[] text = (site + "\n" + id).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
