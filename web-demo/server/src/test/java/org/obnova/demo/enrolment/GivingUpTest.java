// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.obnova.demo.problem.ProblemCode;

/** A key that is lost or not wanted any more. */
class GivingUpTest extends OpenDesk {
    @Test
    void givingUp_leadsBackToTheStorageStep_withEverythingThatWasFilledInAndSigned() {
        String id = signed("korableva-1");
        desk.chooseMedium(id, STICK);
        desk.agreeToIssue(id);
        Application before = desk.find(id).orElseThrow();
        byte[] request = office.openssl.request(
                office.openssl.key(EC), EC, office.accountant().subject());
        desk.receiveRequest(id, request);

        Application after = desk.giveUp(id);

        assertThat(after.state()).isEqualTo(ApplicationState.REQUEST);
        assertThat(after.medium()).isNull();
        assertThat(after.subject()).isEqualTo(before.subject());
        assertThat(after.agreed()).isEqualTo(before.agreed());
        assertThat(desk.statement(id).signed()).isPresent();
        assertThat(desk.request(id)).isEmpty();
        assertThat(desk.giveUp(id)).as("a second time changes nothing").isEqualTo(after);
        office.queue.work();
        assertThat(desk.find(id).orElseThrow().state())
                .as("nothing is issued for it")
                .isEqualTo(ApplicationState.REQUEST);
        assertThat(desk.receiveRequest(id, request).state())
                .as("the key that was kept may be used after all")
                .isEqualTo(ApplicationState.ISSUING);
    }

    @Test
    void givingUp_afterTheIssue_revokesTheCertificate_andAnotherKeyGetsAnotherOne() {
        String id = issued("korableva-1");
        Issued lost = desk.issued(id).orElseThrow();
        byte[] first = desk.request(id).orElseThrow().bytes();

        desk.giveUp(id);

        assertThat(office.authority
                        .register()
                        .find(lost.entry().sha256())
                        .orElseThrow()
                        .revoked())
                .isEqualTo(office.clock.instant());
        assertThat(desk.issued(id)).isEmpty();
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.receipt(id));
        refused(ProblemCode.KEY_REUSED, () -> desk.receiveRequest(id, first));
        desk.receiveRequest(
                id,
                office.openssl.request(
                        office.openssl.key(EC), EC, office.accountant().subject()));
        office.queue.work();
        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.RECEIPT);
        assertThat(desk.issued(id).orElseThrow().entry().sha256())
                .isNotEqualTo(lost.entry().sha256());
        assertThat(desk.receipt(id).signed()).isEmpty();
    }

    @Test
    void givingUp_takesBackWhatCameAfterTheKey_soThatNoReceiptIsPassedOver() {
        String id = issued("korableva-1");
        byte[] text = desk.receipt(id).text().getBytes(UTF_8);
        desk.receiveReceipt(id, office.openssl.sign(office.key("korableva-1"), EC, text));
        assertThat(desk.giveUp(id).state()).isEqualTo(ApplicationState.REQUEST);

        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.forward(id));
        desk.receiveRequest(
                id,
                office.openssl.request(
                        office.openssl.key(EC), EC, office.accountant().subject()));
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.forward(id));
        office.queue.work();
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.forward(id));
        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.RECEIPT);
    }

    @Test
    void givingUp_isRefused_beforeThereIsAKey_andOnceTheCertificateIsInstalled() {
        String id = opened("korableva-1").id();
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.giveUp(id));
        refused(ProblemCode.NOT_FOUND, () -> desk.giveUp("nobody"));
        String done = installed("korableva-2");
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.giveUp(done));
        assertThat(desk.find(done).orElseThrow().state()).isEqualTo(ApplicationState.DONE);
    }
}
