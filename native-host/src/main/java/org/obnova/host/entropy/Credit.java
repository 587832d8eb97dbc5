// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

import java.util.List;

/**
 * What the sensor credits to the person: half of the lowest of several estimates of SP 800-90B section 6.3 (the source is not IID), and never more
 * than {@value #MOST} bits per sample, whatever they say.
 */
final class Credit {
    /** The most that a sample is credited with, in bits. */
    static final double MOST = 2;

    private static final double MARGIN = 2;

    private final List<Estimator> estimators =
            List.of(new MostCommonValue(), new BitMarkov(), new LagPrediction(), new ContextPrediction());
    private long samples;

    void add(int sample) {
        samples++;
        estimators.forEach(e -> e.add(sample));
    }

    /** In bits per sample, from 0 to {@value #MOST}. */
    double bitsPerSample() {
        double lowest =
                estimators.stream().mapToDouble(Estimator::bitsPerSample).min().orElse(0);
        return Math.min(MOST, lowest / MARGIN);
    }

    /** Of all samples together, in bits. */
    double bits() {
        return samples * bitsPerSample();
    }
}
