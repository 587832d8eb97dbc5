// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.pin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinQualityTest {
    @ParameterizedTest
    @CsvSource({
        "'', NONE",
        "12345678, FACTORY",
        "123456, OBVIOUS",
        "1234567890, OBVIOUS",
        "987654, OBVIOUS",
        "000000, OBVIOUS",
        "abcdef, OBVIOUS",
        "12, OBVIOUS",
        "7391, SHORT",
        "739126, GOOD",
        "a7-кот, GOOD"
    })
    void pin_isJudged(String pin, PinQuality quality) {
        assertThat(PinQuality.of(pin.toCharArray(), "12345678")).isEqualTo(quality);
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "12345678, 8", "пин, 6", "a€, 4", "😀, 4"})
    void length_isCountedInOctetsOfUtf8(String pin, int octets) {
        assertThat(TokenWords.octets(pin.toCharArray())).isEqualTo(octets);
    }
}
