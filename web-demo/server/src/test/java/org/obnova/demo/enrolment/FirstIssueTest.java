// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.Office;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.holders.DemoNewcomers;
import org.obnova.demo.holders.DemoPapers;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.problem.ProblemCode;

/** A first certificate (S29), and what differs between the regimes, down to the certificate. */
class FirstIssueTest {
    private static final CaProfile EC = CaProfile.EC;
    /** Of a person who was seen: the extension stands in qualified certificates only. */
    private static final CaProfile GOST = CaProfile.GOST256;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"current", "2017"})
    void newcomer_comesOnPaper_isSeenInPerson_andGetsACertificate(String regime) {
        try (Office office = Office.open(folder, GOST, regime)) {
            String id = filledIn(office);
            EnrolmentDesk desk = office.desk;
            Proceedings proceedings = desk.proceedings();

            assertThat(desk.find(id).orElseThrow().progress().route()).isEqualTo(Route.PAPER);
            if (regime.equals("2017")) {
                assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.STATEMENT);
                proceedings.statementOnPaper(id);
            }
            assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.DOCUMENTS);
            proceedings.documentsComplete(id);
            proceedings.send(id);
            OpenDesk.refused(ProblemCode.STEP_OUT_OF_ORDER, () -> proceedings.identityChecked(id));
            proceedings.approve(id);
            proceedings.identityChecked(id);
            assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.REQUEST);

            issue(office, id);
            Issued issued = desk.issued(id).orElseThrow();
            assertThat(issued.entry().subject().orElseThrow().commonName()).isEqualTo("Ёжиков Андрей Майевич");
            // identificationKind (FSB order 795): 0, in person.
            byte[] kind = issued.entry()
                    .certificate()
                    .getExtension(new org.bouncycastle.asn1.ASN1ObjectIdentifier("1.2.643.100.114"))
                    .getExtnValue()
                    .getOctets();
            assertThat(kind).containsExactly(2, 1, 0);
        }
    }

    @Test
    void sms_confirmsTheRequest_andThereIsNoReceipt_whereTheRegimeSaysSo() {
        try (Office office = Office.open(folder, EC, "2017")) {
            String id = filledIn(office);
            office.desk.proceedings().statementOnPaper(id);
            seen(office, id);
            request(office, id);
            assertThat(office.desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.CONFIRMATION);
            office.queue.work();
            assertThat(office.desk.issued(id))
                    .as("nothing is issued before the code")
                    .isEmpty();

            OpenDesk.refused(ProblemCode.CODE_WRONG, () -> office.desk.confirmRequestByCode(id, "000000"));
            assertThat(confirmed(office, id).state()).isEqualTo(ApplicationState.ISSUING);
            office.queue.work();
            assertThat(office.desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.INSTALL);
            OpenDesk.refused(ProblemCode.STEP_OUT_OF_ORDER, () -> office.desk.receipt(id));
        }
    }

    @Test
    void rejection_leadsBackToTheDocuments_withTheComment_untilItIsMended() {
        try (Office office = Office.open(folder, EC, "current")) {
            String id = filledIn(office);
            Proceedings proceedings = office.desk.proceedings();
            proceedings.documentsComplete(id);
            proceedings.send(id);

            Application rejected = proceedings.reject(id, "Нет подписи");
            assertThat(rejected.state()).isEqualTo(ApplicationState.DOCUMENTS);
            assertThat(rejected.progress().comment()).isEqualTo("Нет подписи");
            OpenDesk.refused(ProblemCode.STEP_OUT_OF_ORDER, () -> office.desk.forward(id));

            proceedings.documentsComplete(id);
            proceedings.send(id);
            assertThat(proceedings.approve(id).progress().comment()).isNull();
        }
    }

    @Test
    void head_isServed_whereTheRegimeSaysSo() {
        try (Office office = Office.open(folder, EC, "2017")) {
            Holder head = office.holders.byId("myasoedov").orElseThrow();

            Application application = office.desk.openFirst(head, Reason.CHANGE_OF_HEAD);

            assertThat(application.purpose().reason()).isEqualTo(Reason.CHANGE_OF_HEAD);
            assertThat(application.details().organisation()).isEqualTo(DemoPapers.ORGANISATION);
        }
    }

    @Test
    void readOnly_isShown_andTakesNoStep() {
        try (Office office = Office.open(folder, EC, "current")) {
            new DemoApplications(office.desk, office.holders, office.regime).begin();
            new DemoApplications(office.desk, office.holders, office.regime).begin();

            assertThat(office.desk.ofHolder("yozhikov")).hasSize(1);
            Application shown = office.desk.ofHolder("zhuravlyov").getFirst();
            assertThat(shown.purpose().readOnly()).isTrue();
            OpenDesk.refused(ProblemCode.STEP_OUT_OF_ORDER, () -> office.desk.begin(shown.id()));
        }
    }

    private static String filledIn(Office office) {
        return filledIn(office, DemoNewcomers.NATURAL_PERSON);
    }

    /** Somebody new, with confirmed data. */
    static String filledIn(Office office, String person) {
        Holder newcomer = office.holders.byId(person).orElseThrow();
        Application application = office.desk.openFirst(newcomer, Reason.FIRST_ISSUE);
        assertThat(application.details().typed().get("surname"))
                .isEqualTo(newcomer.subject().surname());
        assertThat(application.details().typed().get("number"))
                .as("nobody knows the passport yet")
                .isEmpty();
        office.desk.begin(application.id());
        office.desk.saveDraft(application.id(), DemoPapers.of(newcomer).form());
        office.desk.confirmData(application.id());
        return application.id();
    }

    static void seen(Office office, String id) {
        Proceedings proceedings = office.desk.proceedings();
        proceedings.documentsComplete(id);
        proceedings.send(id);
        proceedings.approve(id);
        proceedings.identityChecked(id);
    }

    private static void request(Office office, String id) {
        office.desk.agreeToIssue(id);
        office.desk.receiveRequest(
                id,
                office.openssl.request(
                        office.openssl.key(office.profile),
                        office.profile,
                        office.desk.find(id).orElseThrow().subject()));
    }

    static void issue(Office office, String id) {
        request(office, id);
        if (office.desk.find(id).orElseThrow().state() == ApplicationState.CONFIRMATION) {
            confirmed(office, id);
        }
        office.queue.work();
    }

    private static Application confirmed(Office office, String id) {
        office.desk.sendRequestCode(id);
        String text = office.inbox.latest(5).stream()
                .filter(message -> message.kind() == Message.Kind.SMS)
                .findFirst()
                .orElseThrow()
                .text();
        String code = text.replaceAll("\\D+", "");
        return office.desk.confirmRequestByCode(id, code);
    }
}
