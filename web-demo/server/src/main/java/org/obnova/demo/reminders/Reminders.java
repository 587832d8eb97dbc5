// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.reminders;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.holders.Holders;
import org.obnova.demo.holders.RenewalState;
import org.obnova.demo.notifications.Notices;
import org.obnova.demo.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every quarter of an hour whose certificate ends, and reminds whoever was not yet reminded of that. */
public final class Reminders implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("ru", "RU"));
    private static final Set<RenewalState> OFFERED = EnumSet.of(RenewalState.DUE, RenewalState.REPLACE);
    private static final long EVERY_MINUTES = 15;

    private final Database database;
    private final Holders holders;
    private final Notices notices;
    private final ReminderPlan plan;
    private final InstantSource clock;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reminders").daemon(true).factory());

    /** Reminders that do not go out yet. */
    public Reminders(Database database, Holders holders, Notices notices, ReminderPlan plan, InstantSource clock) {
        this.database = database;
        this.holders = holders;
        this.notices = notices;
        this.plan = plan;
        this.clock = clock;
    }

    /** Begins to look, at once and then from time to time. */
    public void start() {
        // Failures are logged where they happen; nobody waits for the end.
        Future<?> _ = worker.scheduleWithFixedDelay(this::look, 0, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        worker.shutdownNow();
        try {
            if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("reminders did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            remind();
        } catch (JdbiException | IllegalStateException e) {
            LOG.error("reminders failed, will be tried again", e);
        }
    }

    /** Sends what is due now. */
    void remind() {
        Instant now = clock.instant();
        if (!plan.mayWrite(LocalTime.ofInstant(now, MOSCOW))) {
            return;
        }
        for (ReminderPlan.Step step : plan.steps()) {
            for (String sha256 : due(step, now)) {
                holders.certificate(sha256)
                        .filter(held -> OFFERED.contains(held.renewal()))
                        .ifPresent(held ->
                                holders.byCertificate(sha256).ifPresent(holder -> remind(holder, held, step, now)));
            }
        }
    }

    /** The certificates of which this step was not said yet, by their SHA-256. */
    private List<String> due(ReminderPlan.Step step, Instant now) {
        return database.read(handle -> handle.createQuery("""
                        SELECT sha256 FROM certificate
                        WHERE not_after >= :earliest AND not_after < :latest AND renewed_by IS NULL AND revoked IS NULL
                          AND NOT EXISTS (SELECT 1 FROM reminder WHERE certificate = sha256 AND days = :days)
                        """)
                .bind("earliest", plan.earliest(step, now).toEpochMilli())
                .bind("latest", plan.latest(step, now).toEpochMilli())
                .bind("days", step.days())
                .mapTo(String.class)
                .list());
    }

    private void remind(Holder holder, HolderCertificate held, ReminderPlan.Step step, Instant now) {
        database.update(handle -> {
            int first = handle.createUpdate("""
                            INSERT INTO reminder (certificate, days, sent) VALUES (:certificate, :days, :now)
                            ON CONFLICT DO NOTHING
                            """)
                    .bind("certificate", held.issued().sha256())
                    .bind("days", step.days())
                    .bind("now", now.toEpochMilli())
                    .execute();
            if (first == 1) {
                write(holder, held, step);
            }
        });
    }

    private void write(Holder holder, HolderCertificate held, ReminderPlan.Step step) {
        String until = DAY.format(LocalDate.ofInstant(held.issued().notAfter(), MOSCOW));
        String whose = holder.subject().commonName();
        String email = holder.subject().email();
        if (email != null) {
            notices.email(
                    email,
                    "Пора обновить сертификат",
                    "Сертификат электронной подписи: " + whose + ".\nДействует до " + until + ", осталось дней: "
                            + held.daysLeft() + ".\n\nОбновите его в личном кабинете удостоверяющего центра до "
                            + DAY.format(held.startBy())
                            + ": пока сертификат действует, заявление подписывают им, и печатать ничего не нужно."
                            + " Если заявка уже начата, продолжите её.");
        }
        if (step.sms() || email == null) {
            notices.sms(
                    holder.phone(),
                    "Сертификат (" + whose + ") действует до " + until + ". Обновите его в личном кабинете.");
        }
    }
}
