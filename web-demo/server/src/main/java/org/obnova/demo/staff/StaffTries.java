// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.obnova.demo.store.Database;

/** Tries to log in to the operators' site, by name and address. */
final class StaffTries {
    /** Of one address for one name. */
    static final int MOST = 5;

    /** Of all addresses for one name. */
    static final int MOST_OF_ALL = 50;

    static final Duration PAUSE = Duration.ofMinutes(10);

    /** After so long without a wrong one they are counted anew. */
    static final Duration FORGOTTEN = Duration.ofHours(1);

    /** So long an address is where somebody is at home. */
    static final Duration HOME = Duration.ofDays(30);

    private static final String EVERYWHERE = "";

    private final Database database;
    private final InstantSource clock;

    StaffTries(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    enum Outcome {
        RIGHT,
        WRONG,
        PAUSED
    }

    private record Row(int wrong, Instant latest, Instant paused, Instant known) {}

    private static final Row NONE = new Row(0, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    /** Counts a try, in one transaction: two at the same time are two. */
    Outcome count(String login, String address, boolean right) {
        return database.write(handle -> {
            Instant now = clock.instant();
            Row here = row(handle, login, address);
            Row everywhere = row(handle, login, EVERYWHERE);
            boolean atHome = here.known().plus(HOME).isAfter(now);
            if (now.isBefore(here.paused()) || (!atHome && now.isBefore(everywhere.paused()))) {
                return Outcome.PAUSED;
            }
            if (right) {
                keep(handle, login, address, new Row(0, now, Instant.EPOCH, now));
                return Outcome.RIGHT;
            }
            boolean last = wrong(handle, login, address, here, now, MOST);
            return wrong(handle, login, EVERYWHERE, everywhere, now, MOST_OF_ALL) || last
                    ? Outcome.PAUSED
                    : Outcome.WRONG;
        });
    }

    /** Whether it was the last one before a pause. */
    private static boolean wrong(Handle handle, String login, String address, Row before, Instant now, int most) {
        int wrong = before.latest().plus(FORGOTTEN).isBefore(now) ? 1 : before.wrong() + 1;
        boolean last = wrong >= most;
        keep(
                handle,
                login,
                address,
                new Row(last ? 0 : wrong, now, last ? now.plus(PAUSE) : before.paused(), before.known()));
        return last;
    }

    private static Row row(Handle handle, String login, String address) {
        return handle.createQuery(
                        "SELECT wrong, latest, paused, known FROM staff_try WHERE login = :login AND address = :address")
                .bind("login", login)
                .bind("address", address)
                .map((row, context) -> new Row(
                        row.getInt("wrong"),
                        Instant.ofEpochMilli(row.getLong("latest")),
                        Instant.ofEpochMilli(row.getLong("paused")),
                        Instant.ofEpochMilli(row.getLong("known"))))
                .findOne()
                .orElse(NONE);
    }

    private static void keep(Handle handle, String login, String address, Row row) {
        handle.createUpdate("""
                        INSERT INTO staff_try (login, address, wrong, latest, paused, known)
                        VALUES (:login, :address, :wrong, :latest, :paused, :known)
                        ON CONFLICT (login, address) DO UPDATE SET wrong = :wrong, latest = :latest, paused = :paused, known = :known
                        """)
                .bind("login", login)
                .bind("address", address)
                .bind("wrong", row.wrong())
                .bind("latest", row.latest().toEpochMilli())
                .bind("paused", row.paused().toEpochMilli())
                .bind("known", row.known().toEpochMilli())
                .execute();
        handle.createUpdate("DELETE FROM staff_try WHERE login = :login AND latest < :old AND known < :old")
                .bind("login", login)
                .bind("old", row.latest().minus(HOME).toEpochMilli())
                .execute();
    }
}
