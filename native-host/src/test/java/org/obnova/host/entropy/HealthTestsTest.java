// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SP 800-90B section 4.4. */
class HealthTestsTest {
    @ParameterizedTest
    @CsvSource({"0.25, 81", "0.5, 41", "1, 21", "2, 11", "8, 4"})
    void repetitionCutoff_isOnePlusTwentyOverH(double bits, int cutoff) {
        assertThat(HealthTests.repetitionCutoff(bits)).isEqualTo(cutoff);
    }

    /** Reference: the binomial distribution summed up from 0 in another language (critbinom of section 4.4.2, plus one). */
    @ParameterizedTest
    @CsvSource({"0.25, 468", "0.5, 410", "1, 311", "2, 177", "4, 62", "8, 13"})
    void proportionCutoff_isCritbinomPlusOne(double bits, int cutoff) {
        assertThat(HealthTests.proportionCutoff(bits)).isEqualTo(cutoff);
    }

    @Test
    void pass_failsAtTheCutoff_whenASampleRepeats() {
        HealthTests tests = new HealthTests(1);
        for (int i = 1; i <= 20; i++) {
            assertThat(tests.pass(7)).as("repetition %d", i).isTrue();
        }
        assertThat(tests.pass(7)).isFalse();
    }

    @Test
    void pass_fails_whenOneSampleFillsMostOfAWindow() {
        HealthTests tests = new HealthTests(1);
        boolean passed = IntStream.range(0, HealthTests.WINDOW).allMatch(i -> tests.pass(i % 10 == 9 ? 200 : 7));
        assertThat(passed).isFalse();
    }

    @Test
    void pass_holds_whenSamplesAreUniform() {
        Random random = new Random(1);
        HealthTests tests = new HealthTests(Gathering.LEAST_BITS);
        assertThat(IntStream.range(0, 1_000_000).allMatch(i -> tests.pass(random.nextInt(256))))
                .isTrue();
    }
}
