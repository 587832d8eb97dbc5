// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrengthTest {
    @ParameterizedTest
    @CsvSource({
        "'', NONE",
        "a, WEAK",
        "12345678, WEAK",
        "aaaaaaaaaaaaaaaa, WEAK",
        "пароль, WEAK",
        "кот777Дом, FAIR",
        "Синий-Лось-42, STRONG",
        "q8Zk2Lw9Xb, GOOD"
    })
    void of_saysHowHardAPasswordIsToGuess(String password, Strength strength) {
        assertThat(Strength.of(password.toCharArray())).isEqualTo(strength);
    }
}
