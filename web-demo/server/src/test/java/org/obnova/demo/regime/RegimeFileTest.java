// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.regime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.regime.RegimeFile.InvalidRegimeException;

/** The settings in which the documents disagree: two presets, and files of one's own. */
class RegimeFileTest {
    @TempDir
    Path folder;

    @Test
    void current_isHowCasWorkNow() {
        assertThat(RegimeFile.preset("current"))
                .isEqualTo(new Regime(
                        "current",
                        Regime.LoginCode.CALL_THEN_SMS,
                        Regime.StatementStage.WITH_DOCUMENTS,
                        Regime.Confirmation.RECEIPT,
                        Duration.ofHours(1),
                        Regime.Review.AUTOMATIC,
                        48,
                        Regime.Heads.TAX_SERVICE,
                        Regime.EmployeeCertificate.NATURAL_PERSON,
                        Regime.PaperRoute.CENTRE_OFFICER_OR_COURIER,
                        Regime.ContainerPassword.OPTIONAL,
                        12));
    }

    @Test
    void of2017_isHowTheOldestDocumentTellsIt() {
        assertThat(RegimeFile.preset("2017"))
                .isEqualTo(new Regime(
                        "2017",
                        Regime.LoginCode.SMS,
                        Regime.StatementStage.BEFORE_DOCUMENTS,
                        Regime.Confirmation.SMS,
                        Duration.ofMinutes(30),
                        Regime.Review.OPERATOR,
                        48,
                        Regime.Heads.SERVED,
                        Regime.EmployeeCertificate.ORGANISATION,
                        Regime.PaperRoute.CENTRE,
                        Regime.ContainerPassword.ADVISED_EMPTY,
                        12));
    }

    @Test
    void file_ofOnesOwn_isReadLikeAPreset() throws IOException {
        Path file = folder.resolve("strict.json");
        Files.writeString(file, current().replace("\"automatic\"", "\"operator\""));

        Regime regime = RegimeFile.of(file.toString());

        assertThat(regime.name()).isEqualTo("strict");
        assertThat(regime.review()).isEqualTo(Regime.Review.OPERATOR);
        assertThat(regime.heads()).isEqualTo(Regime.Heads.TAX_SERVICE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"review\": \"automatic\" | \"review\": \"auto\" | review must be one of automatic, operator",
                "\"review\": \"automatic\" | \"review\": true | review must be one of automatic, operator",
                "\"validityMonths\": 12 | \"validityMonths\": 16 | validityMonths must be a whole number from 1 to 15",
                "\"validityMonths\": 12 | \"validityMonths\": \"12\" | validityMonths must be a whole number from 1 to 15",
                "\"promisedIssueMinutes\": 60 | \"promisedIssueMinutes\": 0 | promisedIssueMinutes must be a whole number",
                "\"heads\" | \"head\" | heads must be one of tax-service, served",
                "\"validityMonths\": 12 | \"validityMonths\": 12, \"colour\": 1 | unknown settings: colour",
                "\"validityMonths\": 12 | \"validityMonths\": 12, \"review\": \"operator\" | Duplicate field 'review'"
            })
    void file_thatIsWrong_stopsTheStart_andSaysWhere(String right, String wrong, String said) throws IOException {
        String text = current();
        assertThat(text).contains(right);

        assertThatThrownBy(
                        () -> RegimeFile.read("mine", text.replace(right, wrong).getBytes(UTF_8)))
                .isInstanceOf(InvalidRegimeException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{} {}"})
    void file_thatIsNoObject_isRefused(String text) {
        assertThatThrownBy(() -> RegimeFile.read("mine", text.getBytes(UTF_8)))
                .isInstanceOf(InvalidRegimeException.class);
    }

    @Test
    void name_ofNothing_saysWhatThereIs() {
        assertThatThrownBy(() -> RegimeFile.of(folder.resolve("nothing").toString()))
                .isInstanceOf(InvalidRegimeException.class)
                .hasMessageContaining("current, 2017");
    }

    private static String current() throws IOException {
        try (InputStream file = Objects.requireNonNull(RegimeFile.class.getResourceAsStream("regime-current.json"))) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
