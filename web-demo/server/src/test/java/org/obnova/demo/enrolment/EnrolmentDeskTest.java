// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.demo.Office;
import org.obnova.demo.holders.RenewalState;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.problem.ProblemCode;

/** The steps of an application, in their order. */
class EnrolmentDeskTest extends OpenDesk {
    @Test
    void open_returnsTheApplicationThatIsOpen() {
        Application first = opened("korableva-1");

        assertThat(first.state()).isEqualTo(ApplicationState.INTRODUCTION);
        assertThat(first.id()).matches("[a-z0-9]{16}");
        assertThat(first.subject()).isEqualTo(office.accountant().subject());
        assertThat(opened("korableva-1")).isEqualTo(first);
        assertThat(desk.ofHolder("korableva")).containsExactly(first);
        assertThat(opened("korableva-2").id()).isNotEqualTo(first.id());
    }

    @ParameterizedTest
    @CsvSource({
        "korableva-1, ",
        "korableva-2, ",
        "korableva-3, RENEWAL_NOT_OFFERED",
        "korableva-4, ",
        "korableva-5, ",
        "korableva-6, RENEWAL_NOT_OFFERED",
        "zhuravlyov-1, NOT_FOUND"
    })
    void open_refuses_whatIsNotOfferedOrNotTheHolders(
            String certificate, @org.jspecify.annotations.Nullable ProblemCode refusal) {
        if (refusal == null) {
            assertThat(opened(certificate).state()).isEqualTo(ApplicationState.INTRODUCTION);
        } else {
            refused(refusal, () -> opened(certificate));
        }
    }

    @Test
    void everyStep_isRefused_whileAnotherOneIsDue() {
        byte[] bytes = {1, 2, 3};
        String id = opened("korableva-1").id();

        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.statement(id));
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.receiveStatement(id, bytes));
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.agreeToIssue(id));
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.receiveRequest(id, bytes));
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.receipt(id));
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.receiveReceipt(id, bytes));
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.sendReceiptCode(id));
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.confirmReceiptByCode(id, "123456"));
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.markInstalled(id));
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.markBackedUp(id));
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.giveUp(id));
        assertThat(desk.issued(id)).isEmpty();
        assertThat(desk.request(id)).isEmpty();
        refused(ProblemCode.NOT_FOUND, () -> desk.confirmData("nobody"));
    }

    @Test
    void statement_isSignedByTheSamePersonOnly() {
        String id = opened("korableva-1").id();
        desk.begin(id);
        desk.confirmData(id);
        byte[] text = desk.statement(id).text().getBytes(UTF_8);
        byte[] ofColleague = office.openssl.sign(office.key("zhuravlyov-1"), EC, text);
        byte[] ofOtherText = office.openssl.sign(office.key("korableva-1"), EC, "Иное".getBytes(UTF_8));
        byte[] ofExpired = office.openssl.sign(office.key("korableva-4"), EC, text);

        refused(ProblemCode.SIGNER_MISMATCH, () -> desk.receiveStatement(id, ofColleague));
        refused(ProblemCode.SIGNATURE_INVALID, () -> desk.receiveStatement(id, ofOtherText));
        refused(ProblemCode.SIGNER_EXPIRED, () -> desk.receiveStatement(id, ofExpired));
        assertThat(desk.statement(id).signed()).isEmpty();

        // Any valid certificate of the person will do, not only the one that is renewed.
        byte[] good = office.openssl.sign(office.key("korableva-3"), EC, text);
        assertThat(desk.receiveStatement(id, good).state()).isEqualTo(ApplicationState.REQUEST);
        assertThat(desk.statement(id).signed().orElseThrow().signer()).isEqualTo(office.sha256("korableva-3"));
        // A lost reply: the same again changes nothing; another one comes too late.
        Application repeated = desk.receiveStatement(id, good);
        assertThat(repeated).isEqualTo(desk.find(id).orElseThrow());
        byte[] other = office.openssl.sign(office.key("korableva-1"), EC, text);
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.receiveStatement(id, other));
    }

    @Test
    void receipt_isNotSignedWithTheCertificateThatItIsAbout() {
        String id = signed("korableva-1");
        desk.agreeToIssue(id);
        Path key = office.openssl.key(EC);
        desk.receiveRequest(
                id, office.openssl.request(key, EC, office.accountant().subject()));
        office.queue.work();
        X509CertificateHolder fresh = desk.issued(id).orElseThrow().entry().certificate();
        byte[] text = desk.receipt(id).text().getBytes(UTF_8);
        byte[] byItself = office.openssl.sign(key, office.openssl.certificate(fresh), EC, text);

        refused(ProblemCode.SIGNER_MISMATCH, () -> desk.receiveReceipt(id, byItself));
        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.RECEIPT);
    }

    @Test
    void receipt_isConfirmedByACode_thatComesBySms() {
        String id = issued("korableva-1");
        refused(ProblemCode.CODE_WRONG, () -> desk.confirmReceiptByCode(id, "000000"));
        desk.sendReceiptCode(id);
        Message sms = office.inbox.latestTo(Office.ACCOUNTANT_PHONE.e164(), 1).getFirst();
        assertThat(sms.kind()).isEqualTo(Message.Kind.SMS);
        String code = sms.text().replaceAll("[^0-9]", "");
        refused(ProblemCode.CODE_TOO_SOON, () -> desk.sendReceiptCode(id));

        Application confirmed = desk.confirmReceiptByCode(id, code);

        assertThat(confirmed.state()).isEqualTo(ApplicationState.INSTALL);
        assertThat(confirmed.receipt()).isEqualTo(Application.ReceiptConfirmation.CODE);
        assertThat(desk.confirmReceiptByCode(id, code)).isEqualTo(confirmed);
    }

    @Test
    void installing_endsTheOffer_andANewApplicationForThatCertificate() {
        String id = issued("korableva-1");
        byte[] text = desk.receipt(id).text().getBytes(UTF_8);
        desk.receiveReceipt(id, office.openssl.sign(office.key("korableva-1"), EC, text));
        assertThat(desk.markInstalled(id).state()).isEqualTo(ApplicationState.DONE);
        assertThat(desk.markInstalled(id).state()).isEqualTo(ApplicationState.DONE);
        assertThat(desk.markBackedUp(id).backedUp()).isTrue();

        assertThat(office.holders
                        .certificate(office.sha256("korableva-1"))
                        .orElseThrow()
                        .renewal())
                .isEqualTo(RenewalState.NONE);
        refused(ProblemCode.RENEWAL_NOT_OFFERED, () -> opened("korableva-1"));
        String fresh = desk.issued(id).orElseThrow().entry().sha256();
        assertThat(office.holders
                        .certificates(office.accountant())
                        .getFirst()
                        .issued()
                        .sha256())
                .isEqualTo(fresh);
        assertThat(office.holders.byCertificate(fresh)).hasValue(office.accountant());
    }

    @Test
    void texts_haveNoSignThatTheHostRefuses_andNameTheDocument() {
        String id = issued("korableva-1");
        for (Document document : new Document[] {desk.statement(id), desk.receipt(id)}) {
            assertThat(document.text().codePoints())
                    .allMatch(c -> c == '\n' || !Character.isISOControl(c))
                    .noneMatch(c -> Character.getType(c) == Character.FORMAT);
            assertThat(document.text())
                    .contains("Кораблёва Алёна Юрьевна", "112-233-445 95", "770000000156", id)
                    .doesNotContain("квалифицированного", "\\");
        }
        assertThat(desk.statement(id).text()).startsWith("ЗАЯВЛЕНИЕ\n").contains("действует до 19 декабря 2026 г.");
        assertThat(desk.receipt(id).text())
                .startsWith("РАСПИСКА\n")
                .containsPattern("Издатель: ТЕСТ: .*, ")
                .contains(desk.issued(id).orElseThrow().entry().sha256());
    }
}
