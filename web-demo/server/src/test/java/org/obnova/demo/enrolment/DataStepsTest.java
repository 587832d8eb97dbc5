// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.demo.Office;
import org.obnova.demo.holders.DemoPapers;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.registers.Outcome;
import org.obnova.demo.registers.Register;

/** Drafts, confirmation, registers, and the ways back and forward. */
class DataStepsTest extends OpenDesk {
    @Test
    void renewal_beginsWithAllThatTheCaKnows() {
        Application application = opened("korableva-1");

        PersonForm form = application.details().typed();
        assertThat(form)
                .isEqualTo(PersonForm.of(DemoPapers.of(office.accountant()).person()));
        assertThat(application.details().organisation()).isEqualTo(DemoPapers.ORGANISATION);
        assertThat(application.purpose().reason()).isEqualTo(Reason.RENEWAL);
        assertThat(opened("korableva-5").purpose().reason()).isEqualTo(Reason.UNPLANNED);
    }

    @Test
    void draft_isKept_halfFilledOrWrong_alsoInANewProcess() {
        String id = begun();
        PersonForm wrong = desk.find(id)
                .orElseThrow()
                .details()
                .typed()
                .with("snils", "12")
                .with("email", "");

        desk.saveDraft(id, wrong);
        refused(ProblemCode.FIELD_INVALID, () -> desk.confirmData(id));

        office.close();
        office = Office.open(folder, EC, office.clock);
        desk = office.desk;
        assertThat(desk.find(id).orElseThrow().details().typed()).isEqualTo(wrong);
        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.DATA);
    }

    @Test
    void draft_isNotChanged_onceTheStatementIsDue() {
        String id = begun();
        desk.confirmData(id);
        PersonForm other = desk.find(id).orElseThrow().details().typed().with("unit", "Склад");

        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.saveDraft(id, other));
    }

    @Test
    void renewal_whoseRegistersAgree_goesByItselfToTheConsent_onceTheStatementIsSigned() {
        String id = signed("korableva-1");

        Application application = desk.find(id).orElseThrow();
        assertThat(application.state()).isEqualTo(ApplicationState.REQUEST);
        assertThat(desk.answers(id)).hasSize(4).allMatch(answer -> answer.outcome() == Outcome.AGREES);
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, names = "AGREES", mode = EnumSource.Mode.EXCLUDE)
    void register_thatIsSilentOrDisagrees_hasTheDocumentBrought_andTheHolderSeen(Outcome outcome) {
        office.registers.answer(Register.SNILS, outcome);
        String id = signed("korableva-1");

        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.DOCUMENTS);
        assertThat(desk.answers(id))
                .filteredOn(answer -> answer.outcome() != Outcome.AGREES)
                .extracting(answer -> answer.register())
                .containsExactly(Register.SNILS);
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.agreeToIssue(id));
    }

    @Test
    void otherPassport_isStillSignedFor_otherNameIsNot() {
        String passport = confirmed(begun("korableva-1"), "number", "999888");
        String name = confirmed(begun("korableva-2"), "surname", "Соколова");

        assertThat(desk.find(passport).orElseThrow().state()).isEqualTo(ApplicationState.STATEMENT);
        assertThat(desk.find(passport).orElseThrow().progress().route()).isEqualTo(Route.SIGNATURE);
        assertThat(desk.find(name).orElseThrow().progress().route()).isEqualTo(Route.PAPER);
        assertThat(desk.find(name).orElseThrow().state()).isEqualTo(ApplicationState.DOCUMENTS);
    }

    @Test
    void back_andForward_loseNothing_whereNothingIsChanged() {
        String id = signed("korableva-1");
        Document statement = desk.statement(id);

        desk.back(id, ApplicationState.DATA);
        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.DATA);
        assertThat(desk.confirmData(id).state()).isEqualTo(ApplicationState.REQUEST);
        desk.back(id, ApplicationState.STATEMENT);
        assertThat(desk.forward(id).state()).isEqualTo(ApplicationState.REQUEST);
        assertThat(desk.statement(id)).isEqualTo(statement);
    }

    @Test
    void back_withOtherData_wantsAnotherStatement() {
        String id = signed("korableva-1");
        desk.agreeToIssue(id);

        desk.back(id, ApplicationState.DATA);
        desk.saveDraft(id, desk.find(id).orElseThrow().details().typed().with("email", "new@example.org"));
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.forward(id));
        desk.confirmData(id);

        Application after = desk.find(id).orElseThrow();
        assertThat(after.state()).isEqualTo(ApplicationState.STATEMENT);
        assertThat(after.agreed()).isNull();
        assertThat(desk.statement(id).signed()).isEmpty();
        assertThat(desk.statement(id).text()).contains("new@example.org");
    }

    @Test
    void back_isClosed_onceAKeyIsBegun_orTheRequestIsSent() {
        String begun = signed("korableva-1");
        desk.chooseMedium(begun, STICK);
        String issued = issued("korableva-2");

        refused(ProblemCode.KEY_BEGUN, () -> desk.back(begun, ApplicationState.DATA));
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.back(issued, ApplicationState.DATA));
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.back(begun, ApplicationState.REVIEW));
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.back(begun, ApplicationState.INSTALL));
    }

    @Test
    void organisation_isOnlyRefreshedFromTheRegister() {
        String id = begun();
        Organisation now = DemoPapers.ORGANISATION;
        Organisation moved = new Organisation(
                now.name(),
                now.inn(),
                now.ogrn(),
                "117000, г. Москва, ул. Новая, д. 2",
                now.head(),
                now.headPosition());
        office.registers.know(moved);

        assertThat(desk.refreshOrganisation(id)).isEqualTo(now);
        assertThat(desk.find(id).orElseThrow().details().organisation()).isEqualTo(moved);
    }

    @Test
    void dataOfTheNewCertificate_areKnownAtTheNextRenewal() {
        String id = begun();
        confirmed(id, "unit", "Склад");
        byte[] text = desk.statement(id).text().getBytes(UTF_8);
        desk.receiveStatement(id, office.openssl.sign(office.key("korableva-1"), EC, text));
        desk.agreeToIssue(id);
        desk.receiveRequest(
                id,
                office.openssl.request(
                        office.openssl.key(EC), EC, office.accountant().subject()));
        office.queue.work();
        byte[] receipt = desk.receipt(id).text().getBytes(UTF_8);
        desk.receiveReceipt(id, office.openssl.sign(office.key("korableva-1"), EC, receipt));
        desk.markInstalled(id);

        assertThat(opened("korableva-2").details().typed().get("unit")).isEqualTo("Склад");
    }

    @Test
    void headsCertificate_isIssuedByTheTaxService() {
        Holder head = office.holders.byId("myasoedov").orElseThrow();

        refused(ProblemCode.ISSUED_BY_TAX_SERVICE, () -> desk.open(office.sha256("myasoedov-1"), head));
        refused(ProblemCode.ISSUED_BY_TAX_SERVICE, () -> desk.openFirst(head, Reason.CHANGE_OF_HEAD));
    }

    private String begun() {
        return begun("korableva-1");
    }

    private String begun(String certificate) {
        String id = opened(certificate).id();
        desk.begin(id);
        return id;
    }

    private String confirmed(String id, String field, String value) {
        desk.saveDraft(id, desk.find(id).orElseThrow().details().typed().with(field, value));
        desk.confirmData(id);
        return id;
    }
}
