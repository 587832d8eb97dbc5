// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** Numbers of persons and organisations, with the check digits that their agencies prescribe. */
class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "112-233-445 95, 11223344595", // the example of the Pension Fund's own description
        "08765430300, 08765430300", // the sum leaves 100: the check digits are 00
        "001-001-998 00, 00100199800", // the last number that is older than the check
        "112 233 445 95, 11223344595"
    })
    void snils_isAccepted_howeverItIsWritten(String typed, String digits) {
        assertThat(Snils.parse(typed).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "112-233-445 96", "112-233-454 95", "1122334459", "112233445950", "000-000-000 00", "абв"})
    void snils_isRefused_whereADigitIsWrong_orTwoChangedPlaces(String typed) {
        refused("snils", Snils::parse, typed);
    }

    @Test
    void snils_isShownInGroups() {
        assertThat(new Snils("11223344595").display()).isEqualTo("112-233-445 95");
    }

    @ParameterizedTest
    @CsvSource({
        "500100732259, true", // the tax service's example of a person
        "7707083893, false", // Sberbank's, as in every public register
        "7830002293, false" // an organisation of the tax service's own examples
    })
    void inn_isAPersons_orAnOrganisations(String typed, boolean ofPerson) {
        assertThat(Inn.parse(typed).ofPerson()).isEqualTo(ofPerson);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "500100732258", "500100732269", "7707083894", "77070838931", "50010073225x"})
    void inn_isRefused_whereACheckDigitIsWrong(String typed) {
        refused("inn", Inn::parse, typed);
    }

    @Test
    void ogrn_hasItsCheckDigit() {
        assertThat(Ogrn.parse("1027700132195").digits()).hasSize(13);
        refused("ogrn", Ogrn::parse, "1027700132196");
        refused("ogrn", Ogrn::parse, "102770013219");
    }

    @Test
    void ogrnip_hasItsCheckDigit() {
        assertThat(Ogrnip.parse("304500116000157").digits()).hasSize(15);
        refused("ogrnip", Ogrnip::parse, "304500116000158");
        refused("ogrnip", Ogrnip::parse, "30450011600015");
    }

    private static void refused(String field, Function<String, ?> parse, String typed) {
        assertThatThrownBy(() -> parse.apply(typed)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.FIELD_INVALID);
            assertThat(problem.values()).containsEntry("field", field);
            // Numbers of people do not get into logs.
            if (!typed.isEmpty()) {
                assertThat(problem.getMessage()).doesNotContain(typed);
            }
        });
    }
}
