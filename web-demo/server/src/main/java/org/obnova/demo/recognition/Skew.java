// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

/** By how much the lines of a page lean: at the right angle the rows between the lines are empty, so the profile of rows is steepest. */
final class Skew {
    private static final int WIDE_ENOUGH = 1100;
    private static final double MOST = 5;
    private static final double COARSE = 0.25;
    private static final double FINE = 0.05;

    private final Grey page;

    private Skew(Grey page) {
        this.page = page;
    }

    /** In degrees, positive where lines fall to the right. */
    static double of(Grey page) {
        Grey small = page;
        while (small.width > WIDE_ENOUGH) {
            small = small.halved();
        }
        return new Skew(small.smoothed(1)).find();
    }

    private double find() {
        double best = search(0, MOST, COARSE);
        return search(best, COARSE, FINE);
    }

    private double search(double middle, double reach, double step) {
        double best = middle;
        double most = -1;
        for (double angle = middle - reach; angle <= middle + reach + step / 2; angle += step) {
            double steepness = steepness(Math.tan(Math.toRadians(angle)));
            if (steepness > most) {
                most = steepness;
                best = angle;
            }
        }
        return best;
    }

    private double steepness(double slope) {
        double[] rows = new double[page.height];
        for (int x = 2; x < page.width - 2; x += 2) {
            int shift = (int) Math.round(slope * (x - page.width / 2));
            for (int y = 2; y < page.height - 2; y++) {
                int row = y - shift;
                if (row >= 0 && row < rows.length) {
                    rows[row] += Math.abs(page.at(x + 1, y) - page.at(x - 1, y));
                }
            }
        }
        double sum = 0;
        for (int y = 1; y < rows.length; y++) {
            double difference = rows[y] - rows[y - 1];
            sum += difference * difference;
        }
        return sum;
    }
}
