// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

/** The most common value estimate, SP 800-90B section 6.3.1: catches few values and an uneven spread. */
final class MostCommonValue implements Estimator {
    private final long[] counts = new long[256];
    private long total;
    private long most;

    @Override
    public void add(int sample) {
        total++;
        most = Math.max(most, ++counts[sample]);
    }

    @Override
    public double bitsPerSample() {
        return total < 2 ? 0 : Estimator.bits(Estimator.upperBound(most, total));
    }
}
