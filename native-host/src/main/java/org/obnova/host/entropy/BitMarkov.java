// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

/**
 * The Markov estimate, SP 800-90B section 6.3.3, on the samples as a string of bits, most significant first: catches bits that follow from the bit
 * before them.
 */
final class BitMarkov implements Estimator {
    /** The length of the sequence of bits whose likeliest form is looked for. */
    private static final int LENGTH = 128;

    private final long[][] transitions = new long[2][2];
    private long ones;
    private long total;
    private int last = -1;

    @Override
    public void add(int sample) {
        for (int i = 7; i >= 0; i--) {
            int bit = (sample >> i) & 1;
            if (last >= 0) {
                transitions[last][bit]++;
            }
            ones += bit;
            total++;
            last = bit;
        }
    }

    @Override
    public double bitsPerSample() {
        if (total < 16) {
            return 0;
        }
        double p1 = log(ones, total);
        double p0 = log(total - ones, total);
        double p00 = log(transitions[0][0], transitions[0][0] + transitions[0][1]);
        double p01 = log(transitions[0][1], transitions[0][0] + transitions[0][1]);
        double p10 = log(transitions[1][0], transitions[1][0] + transitions[1][1]);
        double p11 = log(transitions[1][1], transitions[1][0] + transitions[1][1]);
        int half = LENGTH / 2;
        double likeliest = max(
                p0 + (LENGTH - 1) * p00,
                p0 + half * p01 + (half - 1) * p10,
                p0 + p01 + (LENGTH - 2) * p11,
                p1 + p10 + (LENGTH - 2) * p00,
                p1 + half * p10 + (half - 1) * p01,
                p1 + (LENGTH - 1) * p11);
        return 8 * Math.clamp(-likeliest / LENGTH, 0.0, 1.0);
    }

    /** log2 of a proportion; what was never seen counts as (nearly) impossible. */
    private static double log(long count, long of) {
        return count == 0 ? -1e6 : -Estimator.bits((double) count / of);
    }

    private static double max(double... values) {
        double most = values[0];
        for (double value : values) {
            most = Math.max(most, value);
        }
        return most;
    }
}
