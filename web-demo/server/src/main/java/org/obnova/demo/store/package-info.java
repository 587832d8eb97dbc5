/**
 * The database: SQLite by default, one writer, every commit on disk before it counts (WAL, synchronous=FULL); PostgreSQL by one setting,
 * serializable. Each capability keeps its own SQL beside its records, the same for both, and reaches the database through
 * {@link org.obnova.demo.store.Database}. A migration has two files of one number, in {@code sqlite} and {@code postgresql}.
 * Imports: nothing of ours; JDBI, Flyway, SQLite, HikariCP.
 */
@NullMarked
package org.obnova.demo.store;

import org.jspecify.annotations.NullMarked;
