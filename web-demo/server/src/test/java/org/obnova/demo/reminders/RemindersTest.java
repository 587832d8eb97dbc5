// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.MovableClock;
import org.obnova.demo.Office;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.notifications.Message;

/** The people of the demo: Журавлёв's certificate has 14 days left at noon in Moscow, Соловьёва's 21, Мясоедов's 160. */
class RemindersTest {
    private static final String WITH_14_DAYS = "zhuravlyov@example.org";
    private static final String WITH_21_DAYS = "soloveva@example.org";
    private static final String WITH_160_DAYS = "myasoedov@example.org";
    private static final String PHONE_OF_14 = "+79000000002";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(Office.NOW);
    private Office office;
    private Reminders reminders;

    @BeforeEach
    void open() {
        office = Office.open(folder, CaProfile.EC, clock);
        reminders = reminders();
    }

    private Reminders reminders() {
        return new Reminders(office.database, office.holders, office.inbox, ReminderPlan.USUAL, clock);
    }

    @AfterEach
    void close() {
        reminders.close();
        office.close();
    }

    private List<Message> to(String address) {
        return office.inbox.latestTo(address, 50);
    }

    @Test
    void remind_tellsUntilWhen_byEmail_andNearTheEndBySms() {
        reminders.remind();

        assertThat(to(WITH_14_DAYS)).singleElement().satisfies(message -> {
            assertThat(message.subject()).isEqualTo("Пора обновить сертификат");
            assertThat(message.text()).contains("Журавлёв Артём Сергеевич", "до 6 декабря 2026", "осталось дней: 14");
        });
        assertThat(to(PHONE_OF_14))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("до 6 декабря 2026"));
        assertThat(to(WITH_21_DAYS)).hasSize(1);
        assertThat(to("+79000000003")).isEmpty();
        assertThat(to(WITH_160_DAYS)).isEmpty();
    }

    @Test
    void remind_saysEachThingOnce_alsoAfterAStartAnew() {
        reminders.remind();
        reminders.remind();
        clock.advance(Duration.ofHours(3));
        try (Reminders restarted = reminders()) {
            restarted.remind();
        }

        assertThat(to(WITH_14_DAYS)).hasSize(1);
    }

    @Test
    void remind_knowsCertificates_registeredBeforeTheirEndsWereKept() {
        office.database.update(handle -> handle.execute("UPDATE certificate SET not_after = NULL"));
        reminders.remind();
        assertThat(office.inbox.latest(9)).isEmpty();

        reminders.close();
        office.close();
        open();
        reminders.remind();

        assertThat(to(WITH_14_DAYS)).hasSize(1);
    }

    @Test
    void remind_comesAgain_atSevenThreeAndOneDay_andNeverAfterTheEnd() {
        reminders.remind();
        for (int day = 1; day <= 20; day++) {
            clock.advance(Duration.ofDays(1));
            reminders.remind();
        }

        assertThat(to(WITH_14_DAYS)).hasSize(4);
        assertThat(to(PHONE_OF_14)).hasSize(3);
    }

    @Test
    void remind_doesNotMakeUp_forWhatWasMissed() {
        clock.advance(Duration.ofDays(12));
        reminders.remind();

        assertThat(to(WITH_14_DAYS))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("осталось дней: 2"));
    }

    @Test
    void remind_wakesNobody() {
        Instant midnight = Instant.parse("2026-11-22T21:00:00Z");
        clock.advance(Duration.between(clock.instant(), midnight));
        reminders.remind();
        assertThat(office.inbox.latest(9)).isEmpty();

        clock.advance(Duration.ofHours(9));
        reminders.remind();
        assertThat(to(WITH_14_DAYS)).hasSize(1);
    }

    @Test
    void remind_isSilent_onceTheCertificateIsReplaced() {
        office.database.update(
                handle -> handle.createUpdate("UPDATE certificate SET renewed_by = sha256 WHERE sha256 = :sha256")
                        .bind("sha256", office.sha256("zhuravlyov-1"))
                        .execute());
        reminders.remind();

        assertThat(to(WITH_14_DAYS)).isEmpty();
        assertThat(to(WITH_21_DAYS)).hasSize(1);
    }
}
