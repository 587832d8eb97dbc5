// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * SQLite, of one server process. One connection under one lock does everything: SQLite has one writer anyway, statements take
 * microseconds, and a commit waits for the disk whoever else is there.
 */
final class SqliteDatabase implements Database {
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Handle handle;
    private final Schema schema;

    private SqliteDatabase(Handle handle, Schema schema) {
        this.handle = handle;
        this.schema = schema;
    }

    /**
     * Opens the database file, makes it where there is none, and brings its schema up to date.
     *
     * @throws UncheckedIOException when the folder cannot be made
     */
    static SqliteDatabase open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the data folder", e);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        Schema schema = Schema.migrate(source, "sqlite");
        Jdbi jdbi = Jdbi.create(source);
        // By default a failure's message, and with it the log, holds what was bound: names, numbers, codes.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return new SqliteDatabase(jdbi.open(), schema);
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        lock.lock();
        try {
            return work.apply(handle);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        lock.lock();
        try {
            if (lock.getHoldCount() > 1 && handle.isInTransaction()) {
                return work.apply(handle);
            }
            return handle.inTransaction(work::apply);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public DatabaseLoad load() {
        return new DatabaseLoad(1, lock.isLocked() ? 1 : 0, lock.getQueueLength(), 0);
    }

    @Override
    public boolean isCurrent() {
        return read(schema::isThatOf);
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            handle.close();
        } finally {
            lock.unlock();
        }
    }
}
