// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

/** Estimates the min-entropy of raw samples from below, as they come. */
interface Estimator {
    /**
     * Takes the next sample.
     *
     * @param sample from 0 to 255
     */
    void add(int sample);

    /** The min-entropy in bits per sample, from 0 to 8; 0 while nothing can be said. */
    double bitsPerSample();

    /** The upper end of the 99% confidence interval of a proportion, as SP 800-90B section 6.3 has it: one-sided 0.995, z = 2.576. */
    static double upperBound(long count, long total) {
        double p = (double) count / total;
        return Math.min(1, p + 2.576 * Math.sqrt(p * (1 - p) / (total - 1)));
    }

    /** -log2 of a probability, never below 0 and never a negative zero. */
    static double bits(double probability) {
        return probability >= 1 ? 0 : -Math.log(probability) / Math.log(2);
    }
}
