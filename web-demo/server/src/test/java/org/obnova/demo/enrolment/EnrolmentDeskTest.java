// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.demo.Office;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderKind;
import org.obnova.demo.holders.RenewalState;
import org.obnova.demo.media.Medium;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

class EnrolmentDeskTest {
    private static final CaProfile EC = CaProfile.EC;
    private static final Medium STICK = new Medium("removable", null, null, "Флешка «ИВАНОВА»");

    @TempDir
    Path folder;

    private Office office;
    private EnrolmentDesk desk;

    @BeforeEach
    void open() {
        office = Office.open(folder, EC);
        desk = office.desk;
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void open_returnsTheApplicationThatIsOpen() {
        Application first = opened("korableva-1");

        assertThat(first.state()).isEqualTo(ApplicationState.DATA);
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
            assertThat(opened(certificate).state()).isEqualTo(ApplicationState.DATA);
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
    void request_needsTheAgreement_andANewKey() {
        String id = signed("korableva-1");
        byte[] request = office.openssl.request(
                office.openssl.key(EC), EC, office.accountant().subject());
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.receiveRequest(id, request));
        desk.agreeToIssue(id);
        Path oldKey = office.openssl.privateKey(office.key("korableva-1"));
        byte[] reused = office.openssl.request(oldKey, EC, office.accountant().subject());
        refused(ProblemCode.KEY_REUSED, () -> desk.receiveRequest(id, reused));

        assertThat(desk.receiveRequest(id, request).state()).isEqualTo(ApplicationState.ISSUING);
        assertThat(desk.receiveRequest(id, request).state()).isEqualTo(ApplicationState.ISSUING);
        assertThat(desk.request(id)).hasValue(new Der(request));

        String other = signed("korableva-2");
        desk.agreeToIssue(other);
        refused(ProblemCode.KEY_REUSED, () -> desk.receiveRequest(other, request));
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
    void issue_takesItsTime_andIsDoneOnce() {
        String id = signed("korableva-1");
        desk.agreeToIssue(id);
        desk.receiveRequest(
                id,
                office.openssl.request(
                        office.openssl.key(EC), EC, office.accountant().subject()));
        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.ISSUING);
        assertThat(desk.issued(id)).isEmpty();

        office.queue.work();
        office.queue.work();

        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.RECEIPT);
        Issued issued = desk.issued(id).orElseThrow();
        assertThat(issued.chain()).hasSize(2);
        assertThat(issued.entry().notAfter()).isEqualTo("2027-11-22T09:00:00Z");
        assertThat(office.inbox.latest(9)).extracting(Message::kind).contains(Message.Kind.SMS, Message.Kind.EMAIL);
    }

    @Test
    void everything_isThere_afterAReopening() {
        String id = signed("korableva-1");
        desk.agreeToIssue(id);
        byte[] request = office.openssl.request(
                office.openssl.key(EC), EC, office.accountant().subject());
        desk.receiveRequest(id, request);
        Application before = desk.find(id).orElseThrow();
        Document statement = desk.statement(id);
        // A process that ends in the midst of an issue leaves the job taken.
        assertThat(new JobRepository(office.database).claim(office.clock.instant()))
                .hasValue(id);
        office.close();

        office = Office.open(folder, EC, office.clock);
        desk = office.desk;

        assertThat(desk.find(id)).hasValue(before);
        assertThat(desk.statement(id)).isEqualTo(statement);
        assertThat(desk.request(id)).hasValue(new Der(request));
        office.queue.work();
        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.ISSUING);
        new JobRepository(office.database).release();
        office.queue.work();
        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.RECEIPT);
    }

    @Test
    void queue_works_onItsOwnThread() {
        office.queue.start();
        String id = signed("korableva-1");
        desk.agreeToIssue(id);
        desk.receiveRequest(
                id,
                office.openssl.request(
                        office.openssl.key(EC), EC, office.accountant().subject()));

        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> desk.find(id).orElseThrow().state() == ApplicationState.RECEIPT);
        office.queue.close();
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
    void givingUp_isRefused_beforeThereIsAKey_andOnceTheCertificateIsInstalled() {
        String id = opened("korableva-1").id();
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.giveUp(id));
        refused(ProblemCode.NOT_FOUND, () -> desk.giveUp("nobody"));
        String done = installed("korableva-2");
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.giveUp(done));
        assertThat(desk.find(done).orElseThrow().state()).isEqualTo(ApplicationState.DONE);
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

    private String installed(String certificate) {
        return installed(certificate, STICK);
    }

    private String installed(String certificate, Medium medium) {
        String id = signed(certificate);
        desk.chooseMedium(id, medium);
        desk.agreeToIssue(id);
        desk.receiveRequest(
                id,
                office.openssl.request(
                        office.openssl.key(EC), EC, office.accountant().subject()));
        office.queue.work();
        byte[] text = desk.receipt(id).text().getBytes(UTF_8);
        desk.receiveReceipt(id, office.openssl.sign(office.key(certificate), EC, text));
        desk.markInstalled(id);
        return id;
    }

    private Application opened(String certificate) {
        return desk.open(office.sha256(certificate), office.accountant());
    }

    private String signed(String certificate) {
        String id = opened(certificate).id();
        desk.confirmData(id);
        byte[] text = desk.statement(id).text().getBytes(UTF_8);
        desk.receiveStatement(id, office.openssl.sign(office.key(certificate), EC, text));
        return id;
    }

    private String issued(String certificate) {
        String id = signed(certificate);
        desk.agreeToIssue(id);
        desk.receiveRequest(
                id,
                office.openssl.request(
                        office.openssl.key(EC), EC, office.accountant().subject()));
        office.queue.work();
        return id;
    }

    private static void refused(ProblemCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::code)
                .isEqualTo(code);
    }
}
