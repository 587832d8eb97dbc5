// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderKind;
import org.obnova.demo.media.Medium;
import org.obnova.demo.problem.ProblemCode;

/** Where the new key lies, and whether it may be copied. */
class KeyMediumTest extends OpenDesk {
    @Test
    void medium_isKept_whileTheRequestIsDue_andTheEarlierChoiceStaysWhereAnotherIsRefused() {
        String id = signed("korableva-1");
        Medium token = new Medium("token", "rutoken-ecp", "active", "Рутокен «А»");
        assertThat(desk.find(id).orElseThrow().medium()).isNull();
        assertThat(desk.chooseMedium(id, token).medium()).isEqualTo(token);
        refused(
                ProblemCode.MEDIUM_NOT_ALLOWED,
                () -> desk.chooseMedium(id, new Medium("token", "esmart", "passive", "ESMART")));
        assertThat(desk.find(id).orElseThrow().medium()).isEqualTo(token);

        desk.agreeToIssue(id);
        desk.receiveRequest(
                id,
                office.openssl.request(
                        office.openssl.key(EC), EC, office.accountant().subject()));
        office.queue.work();
        assertThat(desk.find(id).orElseThrow().medium()).isEqualTo(token);
        assertThat(desk.chooseMedium(id, token).state()).isEqualTo(ApplicationState.RECEIPT);
        refused(
                ProblemCode.STEP_OUT_OF_ORDER,
                () -> desk.chooseMedium(id, new Medium("computer", null, null, "Этот компьютер")));
    }

    @Test
    void customs_getNoCertificate_beforeAMediumWasChosenThatTheyAccept() {
        Holder declarant = office.holders.byId("soloveva").orElseThrow();
        String id = desk.open(office.sha256("soloveva-1"), declarant).id();
        desk.begin(id);
        desk.confirmData(id);
        byte[] text = desk.statement(id).text().getBytes(UTF_8);
        desk.receiveStatement(id, office.openssl.sign(office.key("soloveva-1"), EC, text));
        desk.agreeToIssue(id);
        byte[] request = office.openssl.request(office.openssl.key(EC), EC, declarant.subject());
        refused(ProblemCode.MEDIUM_NOT_ALLOWED, () -> desk.receiveRequest(id, request));
        refused(
                ProblemCode.MEDIUM_NOT_ALLOWED,
                () -> desk.chooseMedium(id, new Medium("computer", null, null, "Этот компьютер")));
        desk.chooseMedium(id, new Medium("token", "jacarta-lt", "passive", "JaCarta LT"));
        assertThat(desk.receiveRequest(id, request).state()).isEqualTo(ApplicationState.ISSUING);
    }

    @Test
    void backup_isNotReportedOfAKeyThatNeverLeavesItsToken() {
        String id = installed("korableva-1", new Medium("token", "rutoken-ecp", "active", "Рутокен «А»"));
        refused(ProblemCode.COPY_NOT_ALLOWED, () -> desk.markBackedUp(id));
        assertThat(desk.find(id).orElseThrow().backedUp()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"EMPLOYEE, true", "NATURAL_PERSON, true", "HEAD, false", "SOLE_PROPRIETOR, false"})
    void copies_areForEmployeesAndNaturalPersonsOnly(HolderKind kind, boolean allowed) {
        assertThat(Copying.of(kind, STICK) == Copying.ALLOWED).isEqualTo(allowed);
        assertThat(Copying.of(kind, null) == Copying.ALLOWED).isEqualTo(allowed);
        if (!allowed) {
            refused(ProblemCode.COPY_NOT_ALLOWED, Copying.of(kind, STICK)::check);
        }
    }
}
