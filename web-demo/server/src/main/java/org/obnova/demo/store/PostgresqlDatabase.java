// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.lang.reflect.Type;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, which several server processes share. Transactions are serializable: what was written for one writer stays right with many.
 * Of two that contradict each other PostgreSQL ends one (SQLSTATE class 40), and that one is done again from its beginning. So is, a few times, one that wrote what is
 * to be there once: where two of them looked at the same time and found nothing, PostgreSQL may tell the later one of the other's row before it tells of the contradiction.
 */
final class PostgresqlDatabase implements Database {
    /** serialization_failure, deadlock_detected. */
    private static final Set<String> AGAIN = Set.of("40001", "40P01");

    /** unique_violation: another transaction has just written the same; what comes after it sees that, and finds it there. */
    private static final String WRITTEN_BY_ANOTHER = "23505";

    private static final int MOST_TIMES = 40;
    private static final int MOST_TIMES_WRITTEN = 3;
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
    private static final ScopedValue<Open> CURRENT = ScopedValue.newInstance();

    private final HikariDataSource source;
    private final Jdbi jdbi;
    private final Schema schema;
    private final LongAdder repeated = new LongAdder();

    private record Open(Database of, Handle handle, boolean writes) {}

    private PostgresqlDatabase(HikariDataSource source, Schema schema) {
        this.source = source;
        this.schema = schema;
        this.jdbi = Jdbi.create(source);
        jdbi.registerArgument(new Truth());
        // By default a failure's message, and with it the log, holds what was bound: names, numbers, codes.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    static PostgresqlDatabase connect(PostgresqlSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(1);
        config.setPoolName("obnova");
        // What PostgreSQL tells of a failure holds the row: names, numbers, codes.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        HikariDataSource source = new HikariDataSource(config);
        return new PostgresqlDatabase(source, Schema.migrate(source, "postgresql"));
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        Open open = open();
        return open == null ? again(work, false) : work.apply(open.handle());
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        Open open = open();
        if (open == null) {
            return again(work, true);
        }
        if (!open.writes()) {
            throw new IllegalStateException("a write inside a read");
        }
        return work.apply(open.handle());
    }

    private @Nullable Open open() {
        Open open = CURRENT.isBound() ? CURRENT.get() : null;
        return open != null && open.of() == this ? open : null;
    }

    private <T> T again(Function<Handle, T> work, boolean writes) {
        for (int time = 1; ; time++) {
            try {
                return once(work, writes);
            } catch (JdbiException e) {
                if (time >= mostTimes(e)) {
                    throw e;
                }
                repeated.increment();
                // Whoever it was that contradicted has to come to its end, and not meet this one again.
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE * time / MOST_TIMES + 1));
            }
        }
    }

    private <T> T once(Function<Handle, T> work, boolean writes) {
        try (Handle handle = jdbi.open()) {
            handle.setReadOnly(!writes);
            TransactionIsolationLevel level =
                    writes ? TransactionIsolationLevel.SERIALIZABLE : TransactionIsolationLevel.REPEATABLE_READ;
            return handle.inTransaction(
                    level,
                    inside -> ScopedValue.where(CURRENT, new Open(this, inside, writes))
                            .call(() -> work.apply(inside)));
        }
    }

    /** How often a transaction that ended like this is done at most. */
    private static int mostTimes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && e.getSQLState() != null) {
                if (AGAIN.contains(e.getSQLState())) {
                    return MOST_TIMES;
                }
                if (WRITTEN_BY_ANOTHER.equals(e.getSQLState())) {
                    return MOST_TIMES_WRITTEN;
                }
            }
        }
        return 1;
    }

    @Override
    public DatabaseLoad load() {
        HikariPoolMXBean pool = source.getHikariPoolMXBean();
        return new DatabaseLoad(
                source.getMaximumPoolSize(),
                pool.getActiveConnections(),
                pool.getThreadsAwaitingConnection(),
                repeated.sum());
    }

    @Override
    public boolean isCurrent() {
        return read(schema::isThatOf);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void close() {
        source.close();
    }

    /** True and false are 1 and 0, as in SQLite. */
    private static final class Truth implements ArgumentFactory.Preparable {
        @Override
        public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
            if (type != boolean.class && type != Boolean.class) {
                return Optional.empty();
            }
            return Optional.of(value ->
                    (position, statement, context) -> statement.setInt(position, Boolean.TRUE.equals(value) ? 1 : 0));
        }
    }
}
