// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Office;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.holders.DemoNewcomers;
import org.obnova.demo.holders.DemoPapers;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.registers.Outcome;
import org.obnova.demo.registers.Register;
import org.obnova.demo.registers.RegisterAnswer;

/** What only one kind of holder must say, and which register answers for it. */
class HolderKindsTest {
    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = Office.open(folder, CaProfile.EC, "2017");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void head_isConfirmedByTheOrganisationsRow() {
        assertThat(confirmed(DemoNewcomers.HEAD, form(DemoNewcomers.HEAD)))
                .containsEntry(Register.EGRUL, Outcome.AGREES)
                .doesNotContainKey(Register.EGRIP);
    }

    @Test
    void head_whomEgrulDoesNotName_isDoubted_thoughTheOrganisationIsRight() {
        PersonForm another = form(DemoNewcomers.HEAD).with("givenName", "Степан");

        assertThat(confirmed(DemoNewcomers.HEAD, another)).containsEntry(Register.EGRUL, Outcome.DISAGREES);
    }

    @Test
    void head_ofWhoseOrganisationNothingIsHeard_isNotDoubtedButUnconfirmed() {
        office.registers.answer(Register.EGRUL, Outcome.SILENT);

        assertThat(confirmed(DemoNewcomers.HEAD, form(DemoNewcomers.HEAD).with("givenName", "Степан")))
                .containsEntry(Register.EGRUL, Outcome.SILENT);
    }

    @Test
    void head_ofWhomNoOrganisationIsKnown_isRefused_andTheDraftStays() {
        office.database.update(
                handle -> handle.createUpdate("UPDATE holder SET organisation = NULL, employer = NULL WHERE id = :id")
                        .bind("id", DemoNewcomers.HEAD)
                        .execute());

        assertThatThrownBy(() -> confirmed(DemoNewcomers.HEAD, form(DemoNewcomers.HEAD)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.ORGANISATION_NOT_FOUND));
        assertThat(office.desk.ofHolder(DemoNewcomers.HEAD))
                .singleElement()
                .extracting(Application::state)
                .isEqualTo(ApplicationState.DATA);
    }

    @Test
    void employee_needNotBeTheHead() {
        assertThat(confirmed(DemoNewcomers.EMPLOYEE, form(DemoNewcomers.EMPLOYEE)))
                .containsEntry(Register.EGRUL, Outcome.AGREES);
    }

    @Test
    void soleProprietor_isConfirmedByItsOwnRegister_andMustSayItsNumber() {
        PersonForm form = form(DemoNewcomers.SOLE_PROPRIETOR);

        assertThatThrownBy(() -> confirmed(DemoNewcomers.SOLE_PROPRIETOR, form.with("ogrnip", "")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.values()).containsEntry("field", "ogrnip"));
        assertThat(confirmed(DemoNewcomers.SOLE_PROPRIETOR, form))
                .containsEntry(Register.EGRIP, Outcome.AGREES)
                .doesNotContainKey(Register.EGRUL);
    }

    @Test
    void naturalPerson_hasNoRegisterOfBusinesses() {
        assertThat(confirmed(DemoNewcomers.NATURAL_PERSON, form(DemoNewcomers.NATURAL_PERSON)))
                .containsOnlyKeys(Register.PASSPORT, Register.SNILS, Register.INN);
    }

    private Map<Register, Outcome> confirmed(String person, PersonForm form) {
        String id = office.desk
                .openFirst(office.holders.byId(person).orElseThrow(), Reason.FIRST_ISSUE)
                .id();
        office.desk.begin(id);
        office.desk.saveDraft(id, form);
        office.desk.confirmData(id);
        return office.desk.answers(id).stream()
                .collect(Collectors.toMap(RegisterAnswer::register, RegisterAnswer::outcome));
    }

    private PersonForm form(String person) {
        Holder holder = office.holders.byId(person).orElseThrow();
        return DemoPapers.of(holder).form();
    }
}
