// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What streams of known entropy are credited with. */
class CreditTest {
    @Test
    void credit_isNothing_whenSamplesAreConstant() {
        assertThat(credited(1000, i -> 50)).isLessThan(0.01);
    }

    @Test
    void credit_isNothing_whenTwoSamplesAlternate() {
        assertThat(credited(1000, i -> i % 2 == 0 ? 40 : 90)).isLessThan(0.05);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 7, 16, 100, 300})
    void credit_isNextToNothing_whenACycleRepeats(int length) {
        int[] cycle = new Random(length).ints(length, 0, 256).toArray();
        assertThat(credited(5000, i -> cycle[i % length])).isLessThan(0.1);
    }

    @Test
    void credit_isNextToNothing_whenARhythmHardlyVaries() {
        Random random = new Random(2);
        assertThat(credited(1000, i -> random.nextInt(50) == 0 ? 51 : 50)).isLessThan(0.1);
    }

    @Test
    void credit_isNextToNothing_whenSamplesOnlyGrow() {
        assertThat(credited(5000, i -> i & 0xFF)).isLessThan(0.1);
    }

    @Test
    void credit_staysUnderTheTruth_whenACoinIsTossed() {
        Random random = new Random(3);
        assertThat(credited(5000, i -> random.nextBoolean() ? 20 : 30)).isBetween(0.2, 0.5);
    }

    @Test
    void credit_staysUnderTheTruth_whenTheNextSampleOftenFollowsFromTheLast() {
        Random random = new Random(4);
        int[] last = {0};
        // With 0.75 the successor, else any of 16: the min-entropy is -log2(0.75 + 0.25/16) = 0.385 bits.
        double credit = credited(5000, i -> last[0] = random.nextInt(4) > 0 ? (last[0] + 5) % 16 : random.nextInt(16));
        assertThat(credit).isBetween(0.1, 0.2);
    }

    @Test
    void credit_isCapped_whenSamplesAreUniform() {
        Random random = new Random(5);
        assertThat(credited(5000, i -> random.nextInt(256))).isEqualTo(Credit.MOST);
    }

    @Test
    void credit_isOfUse_whenARhythmIsAPersons() {
        Random random = new Random(6);
        assertThat(credited(200, i -> (int) (75 + 20 * random.nextGaussian()) & 0xFF))
                .isGreaterThan(1);
    }

    @Test
    void credit_isNothing_beforeTheFirstSamples() {
        assertThat(new Credit().bits()).isZero();
        assertThat(credited(1, i -> 9)).isZero();
    }

    private static double credited(int samples, IntUnaryOperator stream) {
        Credit credit = new Credit();
        for (int i = 0; i < samples; i++) {
            credit.add(stream.applyAsInt(i));
        }
        return credit.bitsPerSample();
    }
}
