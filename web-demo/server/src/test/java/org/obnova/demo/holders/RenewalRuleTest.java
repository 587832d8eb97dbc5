// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.holders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.demo.Office;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.notifications.Phone;

class RenewalRuleTest {
    @TempDir
    Path folder;

    @Test
    void certificates_ofTheDemo_areOfAllAges() {
        try (Office office = Office.open(folder, CaProfile.EC)) {
            assertThat(state(office, "korableva-1")).isEqualTo("DUE 27 2026-12-19");
            assertThat(state(office, "korableva-2")).isEqualTo("DUE 59 2027-01-20");
            assertThat(state(office, "korableva-3")).isEqualTo("NONE 60 2027-01-21");
            assertThat(state(office, "korableva-4")).isEqualTo("EXPIRED 0 2026-11-12");
            assertThat(state(office, "korableva-5")).isEqualTo("REPLACE 200 2027-06-10");
            assertThat(state(office, "korableva-6")).isEqualTo("NONE 30 2026-12-22");
            assertThat(state(office, "zhuravlyov-1")).isEqualTo("DUE 14 2026-12-06");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, DUE", "59, DUE", "60, NONE", "61, NONE"})
    void renewal_isDue_belowSixtyWholeDays(long days, RenewalState expected) {
        try (Office office = Office.open(folder, CaProfile.EC)) {
            Instant end = office.certificate("korableva-3").notAfter();

            assertThat(RenewalRule.judge(office.certificate("korableva-3"), end.minus(Duration.ofDays(days)))
                            .renewal())
                    .isEqualTo(expected);
        }
    }

    @Test
    void renewal_isDue_aMomentBeforeSixtyDays_andExpired_aMomentAfterTheEnd() {
        try (Office office = Office.open(folder, CaProfile.EC)) {
            Instant end = office.certificate("korableva-3").notAfter();
            Instant moment = end.minus(Duration.ofDays(60)).plusMillis(1);

            assertThat(RenewalRule.judge(office.certificate("korableva-3"), moment)
                            .renewal())
                    .isEqualTo(RenewalState.DUE);
            assertThat(RenewalRule.judge(office.certificate("korableva-3"), end.plusMillis(1))
                            .renewal())
                    .isEqualTo(RenewalState.EXPIRED);
        }
    }

    @Test
    void renewal_isNotOffered_forARevokedCertificate() {
        try (Office office = Office.open(folder, CaProfile.EC)) {
            office.revoke(office.certificate("korableva-1"), 1);

            assertThat(state(office, "korableva-1")).startsWith("NONE");
        }
    }

    @Test
    void holders_areFoundByPhone_ofTheirOwnOrOfTheirAccountant() {
        try (Office office = Office.open(folder, CaProfile.EC)) {
            assertThat(office.holders.byPhone(Office.ACCOUNTANT_PHONE))
                    .extracting(Holder::id)
                    .containsExactly("korableva", "zhuravlyov", "soloveva", "myasoedov");
            assertThat(office.holders.byPhone(Phone.parse("8 (900) 000-00-02")))
                    .extracting(Holder::id)
                    .containsExactly("zhuravlyov");
            assertThat(office.holders.byPhone(new Phone("+79999999999"))).isEmpty();
            assertThat(office.holders.first(100))
                    .extracting(Holder::id)
                    .containsExactly(
                            "korableva",
                            "zhuravlyov",
                            "soloveva",
                            "myasoedov",
                            "yozhikov",
                            "lisyonkova",
                            "barsukov",
                            "vorobyova");
        }
    }

    private static String state(Office office, String name) {
        HolderCertificate found =
                office.holders.certificate(office.sha256(name)).orElseThrow();
        LocalDate start = found.startBy();
        return found.renewal() + " " + found.daysLeft() + " " + start;
    }
}
