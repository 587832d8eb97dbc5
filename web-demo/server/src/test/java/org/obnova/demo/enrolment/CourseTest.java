// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.regime.RegimeFile;

/** Which steps an application passes, and what a change leads to. */
class CourseTest {
    /** Between the confirmed data and the issue; all begin and end alike. */
    @ParameterizedTest
    @CsvSource({
        "current, SIGNATURE, true,  STATEMENT REQUEST ISSUING RECEIPT",
        "current, SIGNATURE, false, STATEMENT DOCUMENTS CENTRE REVIEW VISIT REQUEST ISSUING RECEIPT",
        "current, PAPER,     true,  DOCUMENTS CENTRE REVIEW VISIT REQUEST ISSUING RECEIPT",
        "current, PAPER,     false, DOCUMENTS CENTRE REVIEW VISIT REQUEST ISSUING RECEIPT",
        "2017,    SIGNATURE, true,  STATEMENT DOCUMENTS CENTRE REVIEW REQUEST CONFIRMATION ISSUING",
        "2017,    SIGNATURE, false, STATEMENT DOCUMENTS CENTRE REVIEW VISIT REQUEST CONFIRMATION ISSUING",
        "2017,    PAPER,     true,  STATEMENT DOCUMENTS CENTRE REVIEW VISIT REQUEST CONFIRMATION ISSUING",
        "2017,    PAPER,     false, STATEMENT DOCUMENTS CENTRE REVIEW VISIT REQUEST CONFIRMATION ISSUING"
    })
    void course_followsFromRegimeRouteAndRegisters(String regime, Route route, boolean agree, String between) {
        Course course = Course.of(route, RegimeFile.preset(regime), agree);

        String expected = "INTRODUCTION DATA " + between + " INSTALL DONE";
        assertThat(course.states())
                .isEqualTo(Arrays.stream(expected.split(" "))
                        .map(ApplicationState::valueOf)
                        .collect(Collectors.toList()));
    }

    @Test
    void after_leavesOutWhatIsNotPassed_andEndsAtTheEnd() {
        Course course = Course.of(Route.SIGNATURE, RegimeFile.preset("current"), true);

        assertThat(course.after(ApplicationState.STATEMENT)).isEqualTo(ApplicationState.REQUEST);
        assertThat(course.after(ApplicationState.VISIT)).isEqualTo(ApplicationState.REQUEST);
        assertThat(course.after(ApplicationState.DONE)).isEqualTo(ApplicationState.DONE);
    }

    @ParameterizedTest
    @CsvSource({
        "number, 111111, DOCUMENT, SIGNATURE",
        "email, new@example.org, EMAIL, SIGNATURE",
        "position, Директор, POSITION, SIGNATURE",
        "unit, Отдел, UNIT, SIGNATURE",
        "surname, Иванова, NAME, PAPER",
        "snils, 08765430300, SNILS, PAPER"
    })
    void change_hasItsRoute(String field, String value, Change change, Route route) {
        PersonForm before = new PersonForm(Map.of(
                "surname", "Петрова",
                "number", "345678",
                "email", "old@example.org",
                "position", "Бухгалтер",
                "unit", "Склад",
                "snils", "11223344595"));

        assertThat(Change.between(before, before.with(field, value))).isEqualTo(List.of(change));
        assertThat(change.route()).isEqualTo(route);
        assertThat(Change.between(before, before)).isEmpty();
    }

    @Test
    void change_isNone_whereTheCaKnewNothing() {
        assertThat(Change.between(PersonForm.empty(), new PersonForm(Map.of("number", "345678"))))
                .isEmpty();
    }
}
