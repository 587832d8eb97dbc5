// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneLettersTest {
    /** BAQRAMOV, AMIR and IL9GAM stand in the sample that the service published. */
    @ParameterizedTest
    @CsvSource({
        "BAQRAMOV, Байрамов",
        "AMIR, Амир",
        "IL9GAM, Ильгам",
        "ALEKSEQ, Алексей",
        "SEM2NOV, Семёнов",
        "W6RBAK, Щэрбак"
    })
    void codedNames_areRussianAgain_andBack(String coded, String russian) {
        assertThat(Letters.russian(coded)).isEqualTo(russian);
        assertThat(Letters.coded(russian)).isEqualTo(coded);
    }

    @Test
    void everyLetter_hasASignOfItsOwn() {
        String all = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";
        assertThat(Letters.coded(all).chars().distinct().count()).isEqualTo(33);
        assertThat(Letters.russian(Letters.coded(all))).isEqualToIgnoringCase(all);
    }

    /** ICAO Doc 9303 part 3, appendix A to section 4, and the specimen of part 4. */
    @ParameterizedTest
    @CsvSource({"520727, 3", "AB2134<<<, 5", "D23145890, 7", "740812, 2", "120415, 9"})
    void checkDigits_areThoseOfTheStandard(String text, char digit) {
        assertThat(CheckDigits.of(text)).isEqualTo(digit);
    }
}
