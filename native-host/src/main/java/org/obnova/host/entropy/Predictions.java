// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

/**
 * How often a predictor was right, and what that says of the source: the end that the predictors of SP 800-90B sections 6.3.7 to 6.3.10 share. The
 * global probability comes from all predictions, the local one from the longest run of right ones.
 */
final class Predictions {
    private long total;
    private long right;
    private long run;
    private long longest;

    void count(boolean wasRight) {
        total++;
        if (wasRight) {
            right++;
            run++;
            longest = Math.max(longest, run);
        } else {
            run = 0;
        }
    }

    double bitsPerSample() {
        return total < 2 ? 0 : Estimator.bits(Math.max(Math.max(global(), local()), 1.0 / 256));
    }

    private double global() {
        return right == 0 ? 1 - Math.pow(0.01, 1.0 / total) : Estimator.upperBound(right, total);
    }

    /** The probability with which a run this long is absent in 99% of all series: solved by halving the interval. */
    private double local() {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (logOfNoRun(middle) > Math.log(0.99)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** ln of (1 - p x) / ((r + 1 - r x) q) / x^(N + 1), with x the root of 1 - x + q p^r x^(r+1) (Feller). */
    private double logOfNoRun(double p) {
        double r = longest + 1.0;
        double q = 1 - p;
        double factor = q * Math.pow(p, r);
        double x = 1;
        for (int i = 0; i < 10; i++) {
            x = 1 + factor * Math.pow(x, r + 1);
        }
        double above = 1 - p * x;
        double below = (r + 1 - r * x) * q;
        if (!Double.isFinite(x) || above <= 0 || below <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return Math.log(above) - Math.log(below) - (total + 1) * Math.log(x);
    }
}
