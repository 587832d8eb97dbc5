// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.obnova.demo.agencies.DemoRegisters.ALYONA;
import static org.obnova.demo.agencies.DemoRegisters.AZAMAT;
import static org.obnova.demo.agencies.DemoRegisters.ORGANISATION;
import static org.obnova.demo.agencies.DemoRegisters.PROPRIETOR;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.demo.MovableClock;
import org.obnova.demo.identity.DocumentKind;
import org.obnova.demo.identity.IdentityDocument;
import org.obnova.demo.identity.Inn;
import org.obnova.demo.identity.PersonName;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.registers.Agency;
import org.obnova.demo.registers.HttpRegisters;
import org.obnova.demo.registers.Lines;
import org.obnova.demo.registers.Outcome;
import org.obnova.demo.registers.Patience;
import org.obnova.demo.registers.Register;
import org.obnova.demo.registers.RegisterAnswer;

/** The CA's clients against the agencies of the demo, over real connections. */
class RegistersOverHttpTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Patience SHORT = new Patience(
            Duration.ofMillis(300), Duration.ofMillis(300), 2, Duration.ofMillis(10), 3, Duration.ofMinutes(1));

    private final MovableClock clock = new MovableClock(NOW);
    private Agencies agencies;
    private Lines lines;
    private HttpRegisters registers;

    @BeforeEach
    void start() throws IOException {
        agencies = DemoRegisters.start();
        lines = new Lines(agencies.addresses(), SHORT, clock);
        registers = new HttpRegisters(lines, clock);
    }

    @AfterEach
    void stop() {
        lines.close();
        agencies.close();
    }

    @Test
    void citizenInAnOrganisation_isAskedOfFourRegisters_andAllAgree() {
        assertThat(outcomes(registers.check(ALYONA, Optional.of(ORGANISATION))))
                .isEqualTo(Map.of(
                        Register.PASSPORT, Outcome.AGREES,
                        Register.SNILS, Outcome.AGREES,
                        Register.INN, Outcome.AGREES,
                        Register.EGRUL, Outcome.AGREES));
    }

    @Test
    void foreignersPassport_isConfirmedByNobody_soThatSomebodyLooksAtIt() {
        assertThat(outcomes(registers.check(AZAMAT, Optional.empty())))
                .isEqualTo(Map.of(
                        Register.PASSPORT, Outcome.SILENT,
                        Register.SNILS, Outcome.AGREES,
                        Register.INN, Outcome.AGREES));
    }

    @Test
    void soleProprietor_isAskedOfEgrip() {
        assertThat(outcomes(registers.check(ALYONA, PROPRIETOR))).containsEntry(Register.EGRIP, Outcome.AGREES);
        assertThat(outcomes(registers.check(AZAMAT, PROPRIETOR))).containsEntry(Register.EGRIP, Outcome.DISAGREES);
    }

    @ParameterizedTest
    @EnumSource(Agency.class)
    void oneAgencyDown_silencesItsRegistersAlone(Agency agency) {
        agencies.become(agency, Mood.DOWN);

        registers
                .check(ALYONA, Optional.of(ORGANISATION))
                .forEach(answer -> assertThat(answer.outcome())
                        .as(answer.register().name())
                        .isEqualTo(answer.register().agency() == agency ? Outcome.SILENT : Outcome.AGREES));
    }

    @ParameterizedTest
    @EnumSource(Agency.class)
    void oneAgencyTooSlow_countsAsSilent(Agency agency) {
        agencies.become(agency, Mood.SLOW);

        registers
                .check(ALYONA, Optional.of(ORGANISATION))
                .forEach(answer -> assertThat(answer.outcome())
                        .as(answer.register().name())
                        .isEqualTo(answer.register().agency() == agency ? Outcome.SILENT : Outcome.AGREES));
    }

    @ParameterizedTest
    @EnumSource(
            value = Agency.class,
            names = {"FNS", "SFR", "PASSPORTS"})
    void oneAgencyDisagrees_soDoItsRegistersAlone(Agency agency) {
        agencies.become(agency, Mood.DISAGREE);

        registers
                .check(ALYONA, Optional.of(ORGANISATION))
                .forEach(answer -> assertThat(answer.outcome())
                        .as(answer.register().name())
                        .isEqualTo(answer.register().agency() == agency ? Outcome.DISAGREES : Outcome.AGREES));
    }

    @Test
    void organisationThatMoved_isToldField_byField() {
        agencies.become(Agency.FNS, Mood.DISAGREE);

        RegisterAnswer answer =
                registers.check(ALYONA, Optional.of(ORGANISATION)).getLast();

        assertThat(answer.register()).isEqualTo(Register.EGRUL);
        assertThat(answer.fresh())
                .containsOnlyKeys("address", "headPosition")
                .containsEntry("headPosition", "Президент");
        assertThat(registers.organisation(ORGANISATION.inn()).headPosition()).isEqualTo("Президент");
    }

    @Test
    void innByNameBirthAndPassport_isFound_butNotWithYeForYo() {
        assertThat(registers.innOf(ALYONA.name(), ALYONA.birthDate(), ALYONA.document()))
                .isEqualTo(ALYONA.inn());
        PersonName flattened = new PersonName("Кораблева", "Алена", "Юрьевна");
        refused(ProblemCode.INN_NOT_FOUND, () -> registers.innOf(flattened, ALYONA.birthDate(), ALYONA.document()));
    }

    @Test
    void stranger_isNotFound() {
        refused(
                ProblemCode.INN_NOT_FOUND,
                () -> registers.innOf(
                        ALYONA.name(),
                        ALYONA.birthDate(),
                        new IdentityDocument(
                                DocumentKind.PASSPORT,
                                "4511",
                                "654321",
                                "770-001",
                                ALYONA.document().issued())));
        refused(ProblemCode.ORGANISATION_NOT_FOUND, () -> registers.organisation(new Inn("7736050003")));
    }

    @Test
    void pressedWhileTheTaxServiceIsDown_saysSo() {
        agencies.become(Agency.FNS, Mood.DOWN);
        refused(
                ProblemCode.REGISTER_SILENT,
                () -> registers.innOf(ALYONA.name(), ALYONA.birthDate(), ALYONA.document()));
        refused(ProblemCode.REGISTER_SILENT, () -> registers.organisation(ORGANISATION.inn()));
    }

    @Test
    void whoStaysSilent_isLeftAlone_untilItsRestIsOver() {
        agencies.become(Agency.SFR, Mood.DOWN);
        for (int question = 0; question < SHORT.failures(); question++) {
            assertThat(snils()).isEqualTo(Outcome.SILENT);
        }
        agencies.become(Agency.SFR, Mood.RIGHT);
        assertThat(snils()).as("rests").isEqualTo(Outcome.SILENT);
        clock.advance(SHORT.rest());
        assertThat(snils()).as("tried again").isEqualTo(Outcome.AGREES);
    }

    private Outcome snils() {
        return Optional.ofNullable(
                        outcomes(registers.check(ALYONA, Optional.empty())).get(Register.SNILS))
                .orElseThrow();
    }

    private static Map<Register, Outcome> outcomes(List<RegisterAnswer> answers) {
        return answers.stream().collect(Collectors.toMap(RegisterAnswer::register, RegisterAnswer::outcome));
    }

    private static void refused(ProblemCode code, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
