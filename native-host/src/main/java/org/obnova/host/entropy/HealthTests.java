// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

/**
 * The continuous health tests of SP 800-90B section 4.4 on the raw samples: repetition count (4.4.1) and adaptive proportion (4.4.2), each with
 * a false positive probability of 2<sup>-20</sup>. They run from the first sample on, and nothing is put out before the end: so they are the
 * start-up tests too, on every sample that is used (section 4.3 wants 1024; a person gives fewer in all).
 */
final class HealthTests {
    /** The window of the adaptive proportion test for a source that is not binary. */
    static final int WINDOW = 512;

    private static final int ALPHA_EXPONENT = 20;

    private final int repetitionCutoff;
    private final int proportionCutoff;
    private int last = -1;
    private int repetitions;
    private int first = -1;
    private int inWindow;
    private int same;

    /**
     * @param bitsPerSample the min-entropy that the source is taken to have at least, in bits per sample
     */
    HealthTests(double bitsPerSample) {
        this.repetitionCutoff = repetitionCutoff(bitsPerSample);
        this.proportionCutoff = proportionCutoff(bitsPerSample);
    }

    /** Takes the next sample; false when a test fails: then these tests are at their end, and new ones begin. */
    boolean pass(int sample) {
        boolean repetition = repetitionPasses(sample);
        boolean proportion = proportionPasses(sample);
        return repetition && proportion;
    }

    private boolean repetitionPasses(int sample) {
        repetitions = sample == last ? repetitions + 1 : 1;
        last = sample;
        return repetitions < repetitionCutoff;
    }

    private boolean proportionPasses(int sample) {
        if (inWindow == 0) {
            first = sample;
            same = 0;
        }
        if (sample == first) {
            same++;
        }
        inWindow = (inWindow + 1) % WINDOW;
        return same < proportionCutoff;
    }

    /** C = 1 + ceil(-log2(alpha) / H). */
    static int repetitionCutoff(double bitsPerSample) {
        return 1 + (int) Math.ceil(ALPHA_EXPONENT / bitsPerSample);
    }

    /** C = 1 + critbinom(W, 2^-H, 1 - alpha): the smallest count whose upper tail is at most alpha, and one more. */
    static int proportionCutoff(double bitsPerSample) {
        double p = Math.pow(2, -bitsPerSample);
        double alpha = Math.pow(2, -ALPHA_EXPONENT);
        double tail = 0;
        int count = WINDOW;
        double logTerm = WINDOW * Math.log(p);
        // From the top: the tail P(X > count) grows until it would pass alpha.
        while (count > 0 && tail + Math.exp(logTerm) <= alpha) {
            tail += Math.exp(logTerm);
            logTerm += Math.log((double) count / (WINDOW - count + 1)) + Math.log(1 - p) - Math.log(p);
            count--;
        }
        return count + 1;
    }
}
