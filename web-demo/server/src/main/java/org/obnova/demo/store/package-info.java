/**
 * The database: SQLite by default, one writer, every commit on disk before it counts (WAL, synchronous=FULL). Each capability
 * keeps its own SQL beside its records and reaches the database through {@link org.obnova.demo.store.Database}.
 * Imports: nothing of ours; JDBI, Flyway, SQLite.
 */
@NullMarked
package org.obnova.demo.store;

import org.jspecify.annotations.NullMarked;
