// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.notifications.Notices;
import org.obnova.demo.store.Database;

/** Hand-overs in the database. */
public final class HandOverDesk implements HandOvers {
    private static final Duration NOT_AGAIN = Duration.ofMinutes(10);
    private static final String TEXT =
            "Вас ждёт заявка на сертификат. Войдите в личный кабинет удостоверяющего центра по этому телефону и продолжите её.";

    private final Database database;
    private final Notices notices;
    private final InstantSource clock;

    /** Hand-overs that are told by these notices. */
    public HandOverDesk(Database database, Notices notices, InstantSource clock) {
        this.database = database;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public Optional<HandOver> of(String application) {
        return database.read(handle -> handle.createQuery(
                        "SELECT manner, handed FROM hand_over WHERE application = :id")
                .bind("id", application)
                .map((row, context) -> new HandOver(
                        HandOver.Manner.valueOf(row.getString("manner")), Instant.ofEpochMilli(row.getLong("handed"))))
                .findOne());
    }

    @Override
    public void here(String application) {
        keep(application, HandOver.Manner.HERE);
    }

    @Override
    public void send(String application, Holder holder) {
        database.update(handle -> {
            boolean justSent = of(application)
                    .filter(before -> before.manner() == HandOver.Manner.SENT)
                    .filter(before -> clock.instant().isBefore(before.at().plus(NOT_AGAIN)))
                    .isPresent();
            if (justSent) {
                return;
            }
            keep(application, HandOver.Manner.SENT);
            notices.sms(holder.phone(), TEXT);
            String email = holder.subject().email();
            if (email != null) {
                notices.email(email, "Вас ждёт заявка на сертификат", TEXT.replace(" по этому телефону", ""));
            }
        });
    }

    private void keep(String application, HandOver.Manner manner) {
        database.update(handle -> handle.createUpdate("""
                        INSERT INTO hand_over (application, manner, handed) VALUES (:id, :manner, :now)
                        ON CONFLICT (application) DO UPDATE SET manner = excluded.manner, handed = excluded.handed
                        """)
                .bind("id", application)
                .bind("manner", manner.name())
                .bind("now", clock.millis())
                .execute());
    }
}
