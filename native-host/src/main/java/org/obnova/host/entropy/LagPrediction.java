// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

/** The lag prediction estimate, SP 800-90B section 6.3.8: catches what repeats after up to 128 samples. */
final class LagPrediction implements Estimator {
    private static final int LAGS = 128;

    private final int[] past = new int[LAGS];
    private final long[] scores = new long[LAGS];
    private final Predictions predictions = new Predictions();
    private long seen;
    private int winner;

    @Override
    public void add(int sample) {
        if (seen > 0) {
            predictions.count(before(winner) == sample);
            int known = (int) Math.min(seen, LAGS);
            for (int lag = 0; lag < known; lag++) {
                if (before(lag) == sample && ++scores[lag] >= scores[winner]) {
                    winner = lag;
                }
            }
        }
        past[(int) (seen % LAGS)] = sample;
        seen++;
    }

    /** The sample lag + 1 places ago, -1 before the first. */
    private int before(int lag) {
        return lag < seen ? past[(int) ((seen - 1 - lag) % LAGS)] : -1;
    }

    @Override
    public double bitsPerSample() {
        return predictions.bitsPerSample();
    }
}
