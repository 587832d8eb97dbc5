// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.notifications.OneTimeCodes;
import org.obnova.demo.problem.ProblemCode;

/** No certificate vouches for a mailbox of which nobody has proven that it is the holder's. */
class EmailProofsTest extends OpenDesk {
    private static final String FRESH = "new@example.org";
    private static final String OTHER = "other@example.org";

    @Test
    void address_ofTheRenewedCertificate_needsNoProof() {
        String id = signed("korableva-1");
        assertThat(desk.emailProven(id)).isTrue();
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.sendEmailCode(id));

        IssuedCertificate certificate = certificateOf(id);
        assertThat(certificate.addresses()).containsExactly("korableva@example.org");
        assertThat(text(certificate)).contains("E-mail Protection", "email:korableva@example.org");
    }

    @Test
    void anotherAddress_isLeftOut_andTheCertificateIsIssuedAllTheSame() {
        String id = withAddress(FRESH);
        assertThat(desk.emailProven(id)).isFalse();

        IssuedCertificate certificate = certificateOf(id);
        assertThat(certificate.addresses()).isEmpty();
        assertThat(text(certificate))
                .contains("TLS Web Client Authentication")
                .doesNotContain("E-mail Protection", "Subject Alternative Name", FRESH);
        assertThat(office.inbox.latestTo(FRESH, 9)).extracting(Message::subject).containsExactly("Сертификат выпущен");
    }

    @Test
    void codeOfTheLetter_provesTheAddress() {
        String id = withAddress(FRESH);
        desk.sendEmailCode(id);
        desk.confirmEmail(id, code(FRESH));
        assertThat(desk.emailProven(id)).isTrue();
        desk.confirmEmail(id, "pressed again");

        assertThat(certificateOf(id).addresses()).containsExactly(FRESH);
    }

    @Test
    void codeIsNotUsedUp_whereTheProofCannotBeWritten() {
        String id = withAddress(FRESH);
        desk.sendEmailCode(id);
        InstantSource broken = () -> {
            throw new IllegalStateException("no time for the proof");
        };
        EmailProofs failing = new EmailProofs(office.database, office.authority.register(), broken);
        Application application = desk.find(id).orElseThrow();
        assertThatThrownBy(() -> failing.confirm(application, office.codes, code(FRESH)))
                .hasMessage("no time for the proof");

        desk.confirmEmail(id, code(FRESH));
        assertThat(desk.emailProven(id)).isTrue();
    }

    @Test
    void anUnprovenAddress_isNotProven_byBeingInTheHoldersData() {
        String id = withAddress(FRESH);
        IssuedCertificate first = certificateOf(id);
        byte[] receipt = desk.receipt(id).text().getBytes(UTF_8);
        desk.receiveReceipt(id, office.openssl.sign(office.key("korableva-1"), EC, receipt));
        desk.markInstalled(id);

        assertThat(office.accountant().subject().email()).isEqualTo(FRESH);
        office.clock.advance(Duration.ofDays(330));
        Application next = desk.open(first.sha256(), office.accountant());
        assertThat(next.email()).isEqualTo(FRESH);
        assertThat(desk.emailProven(next.id())).isFalse();
    }

    @Test
    void code_isForTheAddressToWhichItWent_andTriesEnd() {
        String id = withAddress(FRESH);
        desk.sendEmailCode(id);
        refused(ProblemCode.CODE_TOO_SOON, () -> desk.sendEmailCode(id));
        String code = code(FRESH);
        withAddress(id, OTHER);
        refused(ProblemCode.CODE_WRONG, () -> desk.confirmEmail(id, code));
        assertThat(desk.emailProven(id)).isFalse();

        office.clock.advance(OneTimeCodes.REPEAT);
        desk.sendEmailCode(id);
        refused(ProblemCode.CODE_WRONG, () -> desk.confirmEmail(id, "no code"));
        for (int wrong = 2; wrong < 5; wrong++) {
            refused(ProblemCode.CODE_WRONG, () -> desk.confirmEmail(id, "no code"));
        }
        refused(ProblemCode.CODE_PAUSED, () -> desk.confirmEmail(id, "no code"));
        refused(ProblemCode.CODE_PAUSED, () -> desk.confirmEmail(id, code(OTHER)));
    }

    @Test
    void proof_isTakenOnlyBetweenTheDataAndTheIssue() {
        String typing = opened("korableva-1").id();
        desk.begin(typing);
        desk.saveDraft(typing, desk.find(typing).orElseThrow().details().typed().with("email", FRESH));
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.sendEmailCode(typing));

        String issued = withAddress("korableva-2", FRESH, null);
        certificateOf(issued);
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.sendEmailCode(issued));
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.confirmEmail(issued, "123456"));
    }

    private String withAddress(String address) {
        return withAddress("korableva-1", address, null);
    }

    private void withAddress(String id, String address) {
        desk.back(id, ApplicationState.DATA);
        withAddress("korableva-1", address, id);
    }

    /** At the request, with that address in the signed statement. */
    private String withAddress(String certificate, String address, @org.jspecify.annotations.Nullable String begun) {
        String id = begun == null ? opened(certificate).id() : begun;
        if (begun == null) {
            desk.begin(id);
        }
        desk.saveDraft(id, desk.find(id).orElseThrow().details().typed().with("email", address));
        desk.confirmData(id);
        byte[] statement = desk.statement(id).text().getBytes(UTF_8);
        desk.receiveStatement(id, office.openssl.sign(office.key(certificate), EC, statement));
        return id;
    }

    private IssuedCertificate certificateOf(String id) {
        desk.agreeToIssue(id);
        desk.receiveRequest(
                id,
                office.openssl.request(
                        office.openssl.key(EC),
                        EC,
                        desk.find(id).orElseThrow().subject().withoutEmail()));
        office.queue.work();
        return desk.issued(id).orElseThrow().entry();
    }

    private String code(String address) {
        return office.inbox.latestTo(address, 1).getFirst().text().replaceAll("(?s).*Код: (\\d{6})\\..*", "$1");
    }

    private String text(IssuedCertificate certificate) {
        return office.openssl
                .run(
                        "x509",
                        "-noout",
                        "-text",
                        "-in",
                        office.openssl.certificate(certificate.certificate()).toString())
                .output();
    }
}
