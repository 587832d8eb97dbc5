// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.store;

import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;

/**
 * The schema that this process was made for.
 *
 * @param version of its last migration
 */
record Schema(String version) {

    /** Brings a database up to date. */
    static Schema migrate(DataSource source, String folder) {
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:org/obnova/demo/store/" + folder)
                .load();
        flyway.migrate();
        return new Schema(Objects.requireNonNull(flyway.info().current(), "a schema was made")
                .getVersion()
                .getVersion());
    }

    /** Whether nobody has brought the database further since. */
    boolean isThatOf(Handle handle) {
        return handle.createQuery("SELECT version FROM flyway_schema_history WHERE version IS NOT NULL"
                        + " ORDER BY installed_rank DESC LIMIT 1")
                .mapTo(String.class)
                .one()
                .equals(version);
    }
}
