// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2idTest {
    private final Argon2id argon2 = new Argon2id(new SecureRandom());

    /** Vectors of the reference implementation (phc-winner-argon2, src/test.c, version 0x13). */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "password $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "password $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "password $argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"
            })
    void matches_whatTheReferenceImplementationHashed(String password, String hash) {
        assertThat(argon2.matches(password, hash)).isTrue();
        assertThat(argon2.matches(password + "x", hash)).isFalse();
    }

    @Test
    void hash_isSaltedAnew_andCarriesItsParameters() {
        String hash = argon2.hash("сорок два верблюда");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(argon2.hash("сорок два верблюда"));
        assertThat(argon2.matches("сорок два верблюда", hash)).isTrue();
        assertThat(argon2.matches("сорок два верблюдa", hash)).isFalse();
    }

    @Test
    void matches_theSameLetters_howeverTheyWereTyped() {
        String composed = argon2.hash("ёлка и йод у реки");

        assertThat(argon2.matches("е\u0308лка и и\u0306од у реки", composed)).isTrue();
    }

    @Test
    void matches_refusesAnotherKindOfHash() {
        assertThatThrownBy(() -> argon2.matches("password", "$2b$10$abcdefghijklmnopqrstuv"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
