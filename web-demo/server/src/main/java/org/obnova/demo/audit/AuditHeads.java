// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.audit;

import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.obnova.demo.store.Database;

/** Stamps the end of the chain when the server starts, every ten minutes in which something happened, and when it ends. */
public final class AuditHeads implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Database database;
    private final StoredAuditLog log;
    private final HeadStamp stamps;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread worker =
            Thread.ofPlatform().name("audit-heads").daemon(true).unstarted(this::run);

    /** Does nothing until it is started. */
    public AuditHeads(Database database, StoredAuditLog log, HeadStamp stamps) {
        this.database = database;
        this.log = log;
        this.stamps = stamps;
    }

    /** Stamps now, and goes on with it. */
    public void start() {
        stamp();
        worker.start();
    }

    /** Stamps what has come since the last stamp, if anything has. */
    public void stamp() {
        database.update(handle -> log.last()
                .filter(last -> lastNumber() < last.number())
                .ifPresent(last -> handle.createUpdate(
                                "INSERT INTO audit_head (number, hash, stamp) VALUES (:number, :hash, :stamp)")
                        .bind("number", last.number())
                        .bind("hash", last.hash())
                        .bind("stamp", stamps.stamp(HexFormat.of().parseHex(last.hash())))
                        .execute()));
    }

    static List<AuditHead> all(Database database) {
        return database.read(handle -> handle.createQuery("SELECT number, hash, stamp FROM audit_head ORDER BY number")
                .map((row, context) -> new AuditHead(
                        row.getLong("number"),
                        row.getString("hash"),
                        Base64.getEncoder().encodeToString(row.getBytes("stamp"))))
                .list());
    }

    private long lastNumber() {
        return database.read(handle -> Optional.ofNullable(handle.createQuery("SELECT max(number) FROM audit_head")
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(null))
                .orElse(0L));
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stamp();
    }

    private void run() {
        try {
            while (!closing.await(PAUSE.toSeconds(), TimeUnit.SECONDS)) {
                stamp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
