// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.documents.PowerOfAttorney;
import org.obnova.demo.enrolment.Applicant;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Details;
import org.obnova.demo.enrolment.Issuance;
import org.obnova.demo.enrolment.Progress;
import org.obnova.demo.enrolment.Purpose;
import org.obnova.demo.enrolment.Reason;
import org.obnova.demo.enrolment.Route;
import org.obnova.demo.holders.DemoPapers;
import org.obnova.demo.holders.HolderKind;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.media.CertificateUse;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** Whose machine-readable power of attorney is taken. */
class AttorneysTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void powerOfTheOrganisation_forTheHolder_inForce_isTaken() {
        assertThatCode(() -> require("2026-11-22", "2026-11-22", "7700000016", "770000000614", "24680135769"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 2026-11-21, 7700000016, 770000000614, 24680135769, ATTORNEY_NOT_IN_FORCE",
        "2026-11-23, 2027-11-22, 7700000016, 770000000614, 24680135769, ATTORNEY_NOT_IN_FORCE",
        "2026-01-01, 2027-01-01, 7700000023, 770000000614, 24680135769, ATTORNEY_OF_OTHERS",
        "2026-01-01, 2027-01-01, 7700000016, 770000000156, 24680135769, ATTORNEY_OF_OTHERS",
        "2026-01-01, 2027-01-01, 7700000016, 770000000614, 11223344595, ATTORNEY_OF_OTHERS",
    })
    void expired_ofAnotherOrganisation_orForSomebodyElse_isNot(
            String from, String until, String organisation, String inn, String snils, ProblemCode code) {
        assertThatThrownBy(() -> require(from, until, organisation, inn, snils))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::code)
                .isEqualTo(code);
    }

    @Test
    void holderWithoutAnOrganisation_hasNobodyWhoCouldGiveOne() {
        PowerOfAttorney ours = power("2026-01-01", "2027-01-01", "7700000016", "770000000614", "24680135769");

        assertThatThrownBy(() -> Attorneys.require(ours, application(null), TODAY))
                .isInstanceOf(Problem.class);
    }

    private static void require(String from, String until, String organisation, String inn, String snils) {
        Attorneys.require(power(from, until, organisation, inn, snils), application(DemoPapers.ORGANISATION), TODAY);
    }

    private static PowerOfAttorney power(String from, String until, String organisation, String inn, String snils) {
        return PowerOfAttorney.read(new ByteArrayInputStream(org.obnova.demo.documents.Attorneys.of(
                LocalDate.parse(from), LocalDate.parse(until), organisation, inn, snils)));
    }

    private static Application application(@Nullable Organisation organisation) {
        PersonForm form = new PersonForm(Map.of("inn", "770000000614", "snils", "246-801-357 69"));
        return new Application(
                "a1",
                Purpose.firstIssue(Reason.FIRST_ISSUE),
                new Applicant("h1", HolderKind.EMPLOYEE, new Phone("+79000000009"), CertificateUse.GENERAL),
                new Details(form, form, organisation),
                CaProfile.GOST256,
                new Progress(
                        ApplicationState.DOCUMENTS,
                        ApplicationState.DOCUMENTS,
                        Route.PAPER,
                        true,
                        null,
                        NOW,
                        NOW,
                        null),
                Issuance.NONE);
    }
}
