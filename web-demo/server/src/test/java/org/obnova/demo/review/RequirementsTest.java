// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.documents.UploadKind;
import org.obnova.demo.enrolment.Applicant;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Details;
import org.obnova.demo.enrolment.Issuance;
import org.obnova.demo.enrolment.Progress;
import org.obnova.demo.enrolment.Purpose;
import org.obnova.demo.enrolment.Reason;
import org.obnova.demo.enrolment.Route;
import org.obnova.demo.holders.HolderKind;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.media.CertificateUse;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.regime.Regime;
import org.obnova.demo.regime.RegimeFile;
import org.obnova.demo.registers.Outcome;
import org.obnova.demo.registers.Register;
import org.obnova.demo.registers.RegisterAnswer;

/** Which documents which application needs (S10 to S12). */
class RequirementsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Map<String, String> RUSSIAN = Map.of("documentKind", "passport", "citizenship", "RU");

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource({
        "EMPLOYEE, current, false, UPLOAD",
        "EMPLOYEE, 2017, false, UPLOAD",
        "NATURAL_PERSON, current, false, UPLOAD_OR_CENTRE",
        "NATURAL_PERSON, 2017, false, CENTRE",
        "HEAD, 2017, false, CENTRE",
        "SOLE_PROPRIETOR, 2017, false, CENTRE",
        "NATURAL_PERSON, current, true, UPLOAD",
        "HEAD, 2017, true, UPLOAD",
    })
    void statementOnPaper_comesByARulePerKindOfHolder(
            HolderKind kind, String regime, boolean courier, PaperManner manner) {
        Application paper = application(kind, Route.PAPER, RUSSIAN);

        assertThat(PaperManner.of(paper, RegimeFile.preset(regime), courier)).isEqualTo(manner);
        assertThat(PaperManner.of(application(kind, Route.SIGNATURE, RUSSIAN), RegimeFile.preset(regime), courier))
                .isEqualTo(PaperManner.NONE);
    }

    @Test
    void signedAndConfirmedByAll_needsNothing() {
        assertThat(required(application(HolderKind.EMPLOYEE, Route.SIGNATURE, RUSSIAN), agreeing()))
                .isEmpty();
    }

    @Test
    void paperOfAnEmployee_needsStatementAndPassport() {
        assertThat(required(application(HolderKind.EMPLOYEE, Route.PAPER, RUSSIAN), agreeing()))
                .containsExactly(UploadKind.STATEMENT_SCAN, UploadKind.PASSPORT);
    }

    @Test
    void naturalPerson_mayUploadTheStatement_orSignItInTheCentre() {
        List<Requirement> all = all(application(HolderKind.NATURAL_PERSON, Route.PAPER, RUSSIAN), agreeing());

        assertThat(all)
                .contains(new Requirement(
                        UploadKind.STATEMENT_SCAN, Requirement.Need.OPTIONAL, Requirement.Why.TAKEN_BY_OTHERS));
    }

    @ParameterizedTest
    @CsvSource({
        "PASSPORT, PASSPORT",
        "SNILS, SNILS",
        "INN, INN",
        "EGRUL, EGRUL",
        "EGRIP, EGRIP",
    })
    void silentOrDisagreeingRegister_wantsItsDocument(Register register, UploadKind document) {
        Application signed = application(HolderKind.EMPLOYEE, Route.SIGNATURE, RUSSIAN);

        assertThat(all(signed, List.of(answer(register, Outcome.SILENT))))
                .contains(new Requirement(document, Requirement.Need.REQUIRED, Requirement.Why.REGISTER_SILENT));
        assertThat(all(signed, List.of(answer(register, Outcome.DISAGREES))))
                .contains(new Requirement(document, Requirement.Need.REQUIRED, Requirement.Why.REGISTER_DISAGREES));
        assertThat(required(signed, List.of(answer(register, Outcome.AGREES)))).isEmpty();
    }

    @Test
    void foreignPassport_wantsANotarysTranslation() {
        assertThat(required(foreigner("DE"), agreeing())).containsExactly(UploadKind.PASSPORT, UploadKind.TRANSLATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BY", "KZ", "KG", "AM", "UZ"})
    void passportWithRussianFields_wantsNone(String country) {
        assertThat(required(foreigner(country), agreeing())).containsExactly(UploadKind.PASSPORT);
    }

    @Test
    void additionalDocuments_standApart_eachWithWhenItIsNeeded() {
        List<Requirement> additional = all(application(HolderKind.EMPLOYEE, Route.PAPER, RUSSIAN), agreeing()).stream()
                .filter(Requirement::additional)
                .toList();

        assertThat(additional)
                .extracting(Requirement::kind)
                .containsExactly(UploadKind.POWER_OF_ATTORNEY, UploadKind.RIGHT_TO_SIGN, UploadKind.OTHER);
    }

    @Test
    void powerOfAttorney_isForEmployeesWhoseCertificateIsANaturalPersons() {
        Application employee = application(HolderKind.EMPLOYEE, Route.PAPER, RUSSIAN);

        assertThat(kinds(Requirements.of(employee, agreeing(), RegimeFile.preset("2017"), false)))
                .doesNotContain(UploadKind.POWER_OF_ATTORNEY);
        assertThat(kinds(all(application(HolderKind.NATURAL_PERSON, Route.PAPER, RUSSIAN), agreeing())))
                .doesNotContain(UploadKind.POWER_OF_ATTORNEY, UploadKind.PROXY_TO_RECEIVE);
    }

    private static Application foreigner(String country) {
        return application(
                HolderKind.EMPLOYEE,
                Route.SIGNATURE,
                Map.of("documentKind", "foreign-passport", "citizenship", country));
    }

    private static Application application(HolderKind kind, Route route, Map<String, String> fields) {
        PersonForm form = new PersonForm(fields);
        return new Application(
                "a1",
                Purpose.firstIssue(Reason.FIRST_ISSUE),
                new Applicant("h1", kind, new Phone("+79000000009"), CertificateUse.GENERAL),
                new Details(form, form, null),
                CaProfile.GOST256,
                new Progress(ApplicationState.DOCUMENTS, ApplicationState.DOCUMENTS, route, true, null, NOW, NOW, null),
                new Issuance(null, null, null, false));
    }

    private static List<RegisterAnswer> agreeing() {
        return Arrays.stream(Register.values())
                .map(register -> answer(register, Outcome.AGREES))
                .collect(Collectors.toList());
    }

    private static RegisterAnswer answer(Register register, Outcome outcome) {
        return new RegisterAnswer(register, outcome, NOW, Map.of());
    }

    private static List<Requirement> all(Application application, List<RegisterAnswer> answers) {
        Regime current = RegimeFile.preset("current");
        return Requirements.of(application, answers, current, false);
    }

    private static List<UploadKind> required(Application application, List<RegisterAnswer> answers) {
        return kinds(
                all(application, answers).stream().filter(Requirement::required).toList());
    }

    private static List<UploadKind> kinds(List<Requirement> wanted) {
        return wanted.stream().map(Requirement::kind).toList();
    }
}
