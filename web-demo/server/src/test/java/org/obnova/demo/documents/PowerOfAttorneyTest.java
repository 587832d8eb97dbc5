// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** What is read in a machine-readable power of attorney, and what is refused. */
class PowerOfAttorneyTest {
    private static final LocalDate FROM = LocalDate.parse("2026-01-10");
    private static final LocalDate UNTIL = LocalDate.parse("2027-01-09");
    private static final String RIGHT = Attorneys.text(FROM, UNTIL, "7700000016", "770000000614", "246-801-357 69");

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251"})
    void whoAuthorisesWhom_andUntilWhen_isRead(String charset) {
        PowerOfAttorney read = read(Attorneys.in(Charset.forName(charset), FROM, UNTIL));

        assertThat(read.number()).isEqualTo("7e1c1d2a-0000-4000-8000-000000000001");
        assertThat(read.issued()).isEqualTo(FROM);
        assertThat(read.until()).isEqualTo(UNTIL);
        assertThat(read.principals()).containsExactly(new PowerOfAttorney.Principal("ООО «Ромашка»", "7700000016"));
        assertThat(read.representatives())
                .as("not the head who signs it")
                .containsExactly(
                        new PowerOfAttorney.Representative("Лисёнкова Майя Олеговна", "770000000614", "24680135769"));
    }

    @Test
    void numbers_mayBeWrittenWithHyphens() {
        assertThat(read(RIGHT).givenTo("770000000614", "24680135769")).isTrue();
    }

    @Test
    void itsDays_countWithTheFirstAndTheLast() {
        PowerOfAttorney read = read(RIGHT);

        assertThat(read.holdsOn(FROM)).isTrue();
        assertThat(read.holdsOn(UNTIL)).isTrue();
        assertThat(read.holdsOn(FROM.minusDays(1))).isFalse();
        assertThat(read.holdsOn(UNTIL.plusDays(1))).isFalse();
    }

    @Test
    void person_isKnownByBothNumbers() {
        PowerOfAttorney read = read(RIGHT);

        assertThat(read.givenTo("770000000614", "11223344595")).isFalse();
        assertThat(read.givenTo("770000000156", "24680135769")).isFalse();
        assertThat(read(RIGHT.replace("ИННФЛ=\"770000000614\"", "")).givenTo("770000000156", "24680135769"))
                .as("by the one that is there")
                .isTrue();
        assertThat(read(RIGHT.replace("ИННФЛ=\"770000000614\" СНИЛС=\"246-801-357 69\"", ""))
                        .givenTo("", ""))
                .as("by none")
                .isFalse();
    }

    @Test
    void documentType_isRefused_andNothingIsFetched() {
        refused(RIGHT.replace(
                "<Доверенность ",
                "<!DOCTYPE Доверенность [<!ENTITY who SYSTEM \"file:///etc/passwd\">]><Доверенность "));
        refused(RIGHT.replace(
                "<Доверенность ", "<!DOCTYPE Доверенность SYSTEM \"http://127.0.0.1:1/x.dtd\"><Доверенность "));
        refused(RIGHT.replace("Лисёнкова", "&who;"));
    }

    @Test
    void depthAndLength_haveAnEnd() {
        refused(RIGHT.replace("<Довер>", "<a>".repeat(40) + "</a>".repeat(40) + "<Довер>"));
        refused(RIGHT.replace("<Довер>", "<a/>".repeat(30_000) + "<Довер>"));
    }

    @Test
    void otherDocuments_areRefused() {
        refused("<?xml version=\"1.0\"?><a/>");
        refused(RIGHT.replace("ВерсФорм=\"EMCHD_1\"", "ВерсФорм=\"5.02\""));
        refused(RIGHT.replace("Довер>", "Передов>"));
        refused(RIGHT.replace("2027-01-09", "09.01.2027"));
        refused(RIGHT.replace("</Доверенность>", ""));
        refused(RIGHT.replace("СвРосОрг", "СвИнОрг"));
        refused(RIGHT.replace("СведФизЛ", "СведОрг"));
    }

    private static void refused(String xml) {
        assertThat(xml).isNotEqualTo(RIGHT);
        assertThatThrownBy(() -> read(xml))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.ATTORNEY_UNREADABLE));
    }

    private static PowerOfAttorney read(String xml) {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static PowerOfAttorney read(byte[] xml) {
        return PowerOfAttorney.read(new ByteArrayInputStream(xml));
    }
}
