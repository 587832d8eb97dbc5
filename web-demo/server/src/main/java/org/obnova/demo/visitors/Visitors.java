// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.visitors;

import java.time.InstantSource;
import org.obnova.demo.store.Database;

/** Both of them, for whoever answers requests. */
public record Visitors(StoredSessions sessions, EntryBuckets entries) {
    /** Of all processes on that database. */
    public static Visitors in(Database database, InstantSource clock) {
        return new Visitors(new StoredSessions(database, clock), new EntryBuckets(database, clock));
    }
}
