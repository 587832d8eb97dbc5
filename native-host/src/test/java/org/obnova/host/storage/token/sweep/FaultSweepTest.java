// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.storage.token.sweep.Sweep.Outcome;
import org.obnova.host.storage.token.sweep.Sweep.Point;

/**
 * A whole renewal on a token (list, statement, key, request, installation, copies), with a mishap at one of its PKCS #11 calls: the host lives, the other
 * medium works, the error names the cause, no try of the PIN is spent without the person, the old certificate signs, and the renewal goes on to its end.
 *
 * <p>Takes every {@code obnova.faults.stride}-th point, each mishap with another first one; 1 takes all ({@code installer/faults.sh}).
 */
class FaultSweepTest {
    private static final int STRIDE = Integer.getInteger("obnova.faults.stride", 211);
    private static final int SIDE_BY_SIDE = Integer.getInteger("obnova.faults.threads", 2);
    private static final Path REPORT = Path.of("target", "faults.txt");

    @TempDir
    Path folder;

    @Test
    void renewal_losesNothing_whateverHappensAtWhicheverCall() throws Exception {
        Sweep sweep = new Sweep(folder);
        List<Point> points = points(sweep);
        List<String> losses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<Outcome>> running = points.stream()
                    .map(point -> threads.submit(() -> sweep.run(point)))
                    .toList();
            for (Future<Outcome> each : running) {
                Outcome outcome = each.get();
                if (outcome.loss() != null) {
                    losses.add(outcome.point() + ": " + outcome.loss());
                    report(points.size(), losses);
                }
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        report(points.size(), losses);
        assertThat(points).hasSizeGreaterThan(Manner.values().length * Mishap.values().length);
        assertThat(losses).isEmpty();
    }

    private static List<Point> points(Sweep sweep) {
        List<Point> points = new ArrayList<>();
        int first = 0;
        for (Manner manner : Manner.values()) {
            int calls = sweep.calls(manner);
            for (Mishap mishap : Mishap.values()) {
                for (int call = 1 + first % STRIDE; call <= calls; call += STRIDE) {
                    points.add(new Point(manner, mishap, call));
                }
                first += 5;
            }
        }
        return points;
    }

    private static void report(int points, List<String> losses) throws IOException {
        List<String> lines = new ArrayList<>(losses);
        lines.add(points + " points, " + losses.size() + " losses");
        Files.write(REPORT, lines);
    }
}
