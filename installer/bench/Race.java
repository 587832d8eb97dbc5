// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Runs two programs in turns, so that both meet the same load of the machine, and compares their medians. */
record Race(String words, Lane host, Lane yardstick, int rounds) {
    /** One start of a program: the time until what is waited for, and the memory that it took at most. */
    record Lap(double milliseconds, double megabytes) {}

    /** A program that can be started again and again. */
    interface Lane {
        Lap run() throws IOException, InterruptedException;
    }

    void print() throws IOException, InterruptedException {
        List<Lap> hosts = new ArrayList<>();
        List<Lap> yardsticks = new ArrayList<>();
        // The first of each reads files from disk that are in memory afterwards.
        host.run();
        yardstick.run();
        for (int round = 0; round < rounds; round++) {
            hosts.add(host.run());
            yardsticks.add(yardstick.run());
        }
        double hostTime = median(hosts.stream().mapToDouble(Lap::milliseconds).toArray());
        double yardstickTime =
                median(yardsticks.stream().mapToDouble(Lap::milliseconds).toArray());
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            ratios[round] = hosts.get(round).milliseconds() / yardsticks.get(round).milliseconds();
        }
        double memory = hosts.stream().mapToDouble(Lap::megabytes).max().orElse(0);
        double yardstickMemory =
                yardsticks.stream().mapToDouble(Lap::megabytes).max().orElse(0);
        System.out.printf(
                Locale.ROOT,
                "%-32s %7.1f ms  yardstick %7.1f ms  ratio %.2f (of pairs %.2f)  peak %.0f MB (yardstick %.0f MB)%n",
                words,
                hostTime,
                yardstickTime,
                hostTime / yardstickTime,
                median(ratios),
                memory,
                yardstickMemory);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
