// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of a page in which there is much to see: maybe a line of text.
 *
 * @param top first row
 * @param bottom the row behind the last
 */
record Band(int top, int bottom) {
    private static final double LEAST = 0.3;
    private static final int LOWEST = 6;

    int height() {
        return bottom - top;
    }

    /** All bands of a page, from top to bottom. */
    static List<Band> of(Grey page) {
        double[] rows = rows(page);
        double[] sorted = rows.clone();
        Arrays.sort(sorted);
        double floor = sorted[sorted.length / 2];
        double most = sorted[sorted.length - 1 - sorted.length / 200];
        double threshold = floor + LEAST * (most - floor);
        List<Band> bands = new ArrayList<>();
        int start = -1;
        for (int y = 0; y <= rows.length; y++) {
            boolean full = y < rows.length && rows[y] > threshold;
            if (full && start < 0) {
                start = y;
            } else if (!full && start >= 0) {
                if (y - start >= LOWEST && y - start < page.width / 12) {
                    bands.add(new Band(start, y));
                }
                start = -1;
            }
        }
        return bands;
    }

    private static double[] rows(Grey page) {
        double[] rows = new double[page.height];
        for (int y = 0; y < page.height; y++) {
            for (int x = 1; x < page.width - 1; x++) {
                rows[y] += Math.abs(page.at(x + 1, y) - page.at(x - 1, y));
            }
        }
        double[] smooth = new double[rows.length];
        for (int y = 0; y < rows.length; y++) {
            int from = Math.max(0, y - 2);
            int to = Math.min(rows.length - 1, y + 2);
            for (int i = from; i <= to; i++) {
                smooth[y] += rows[i] / (to - from + 1);
            }
        }
        return smooth;
    }
}
