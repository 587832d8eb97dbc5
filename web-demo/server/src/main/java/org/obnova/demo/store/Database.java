// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.store;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The database: SQLite of one server process, or PostgreSQL that several share. What is written reads the same in both. */
public interface Database extends AutoCloseable {
    /**
     * Opens the SQLite file, makes it where there is none, and brings its schema up to date.
     *
     * @throws java.io.UncheckedIOException when the folder cannot be made
     */
    static Database open(Path file) {
        return SqliteDatabase.open(file);
    }

    /** Connects to PostgreSQL and brings the schema up to date, whichever of several processes comes first. */
    static Database connect(PostgresqlSettings settings) {
        return PostgresqlDatabase.connect(settings);
    }

    /** Reads, of one moment; inside {@link #write} it sees what was written there. */
    <T> T read(Function<Handle, T> work);

    /**
     * One transaction: committed and on disk when this returns, undone when the work throws. Inside another one it is part of that. The
     * work may run several times, and only the last time counts: it does nothing but in the database.
     */
    <T> T write(Function<Handle, T> work);

    /** As {@link #write}, for work without a result. */
    default void update(Consumer<Handle> work) {
        write(open -> {
            work.accept(open);
            return true;
        });
    }

    /** How busy the way to it is. */
    DatabaseLoad load();

    /** Whether its schema is the one that this process was made for: another process may have brought it further. */
    boolean isCurrent();

    /** Whether other processes may work on it at the same time. */
    boolean isShared();

    @Override
    void close();
}
