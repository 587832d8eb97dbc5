// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

import java.util.HashMap;
import java.util.Map;

/**
 * The prediction of a sample from those before it: the MultiMMC estimate of SP 800-90B section 6.3.9 with contexts of 1 to 6 samples (there 16), which
 * bounds its memory. Catches rhythms, words and loops of any length.
 */
final class ContextPrediction implements Estimator {
    private static final int ORDERS = 6;
    /** Contexts, and continuations, that are kept for each order. */
    private static final int ENTRIES = 16_384;

    private final Order[] orders = new Order[ORDERS];
    private final long[] scores = new long[ORDERS];
    private final Predictions predictions = new Predictions();
    private long history;
    private long seen;
    private int winner;

    ContextPrediction() {
        for (int i = 0; i < ORDERS; i++) {
            orders[i] = new Order();
        }
    }

    @Override
    public void add(int sample) {
        // As there, the first predictions are made with the third sample.
        if (seen >= 2) {
            predictions.count(predicted(winner) == sample);
            for (int i = 0; i < ORDERS; i++) {
                if (predicted(i) == sample && ++scores[i] >= scores[winner]) {
                    winner = i;
                }
            }
        }
        for (int i = 0; i < ORDERS && i < seen; i++) {
            orders[i].learn(context(i), sample);
        }
        history = (history << 8) | sample;
        seen++;
    }

    private int predicted(int order) {
        return order < seen ? orders[order].predict(context(order)) : -1;
    }

    private long context(int order) {
        return history & ((1L << (8 * (order + 1))) - 1);
    }

    @Override
    public double bitsPerSample() {
        return predictions.bitsPerSample();
    }

    /** What followed each context of one length. */
    private static final class Order {
        private final Map<Long, Best> contexts = new HashMap<>();
        private final Map<Long, Integer> continuations = new HashMap<>();

        private record Best(int sample, int count) {}

        int predict(long context) {
            Best best = contexts.get(context);
            return best == null ? -1 : best.sample();
        }

        void learn(long context, int sample) {
            Long continuation = (context << 8) | sample;
            Integer before = continuations.get(continuation);
            if (before == null && continuations.size() >= ENTRIES) {
                return;
            }
            int count = before == null ? 1 : before + 1;
            continuations.put(continuation, count);
            Best best = contexts.get(context);
            if (best == null || count > best.count()) {
                contexts.put(context, new Best(sample, count));
            }
        }
    }
}
