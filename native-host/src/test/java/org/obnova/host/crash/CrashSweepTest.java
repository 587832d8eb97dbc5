// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.crash.Sweep.Outcome;
import org.obnova.host.crash.Sweep.Start;

/**
 * Everything that writes, in a process of its own that is killed, or hears of a full or a failed disk, at one of its writing system calls: the old certificate signs,
 * the journal and the media agree, no secret lies open, what was acknowledged holds, and the same done again ends well. Without a mishap, files are synced before they get their names, folders
 * afterwards, and all that before the answer.
 *
 * <p>Takes every {@code obnova.crash.stride}-th point, each flow with another first one; 1 takes all ({@code installer/crash.sh}). {@code obnova.crash.flow}
 * names one flow instead of all.
 */
class CrashSweepTest {
    private static final int STRIDE = Integer.getInteger("obnova.crash.stride", 61);
    private static final int SIDE_BY_SIDE =
            Integer.getInteger("obnova.crash.threads", Runtime.getRuntime().availableProcessors());
    private static final String FLOW = System.getProperty("obnova.crash.flow", "");
    private static final Path REPORT = Path.of("target", "crash.txt");

    @TempDir
    private static Path temporary;

    private static @Nullable Sweep prepared;

    @BeforeAll
    static void prepare() throws IOException {
        Path folder = temporary.toRealPath();
        Optional<String> whyNot = Strace.whyNot(folder);
        assumeTrue(whyNot.isEmpty(), () -> whyNot.orElse(""));
        prepared = new Sweep(folder, Flows.all());
    }

    private static Sweep sweep() {
        return Objects.requireNonNull(prepared);
    }

    @Test
    void whatIsAcknowledged_isDurable() throws IOException {
        for (Start each : sweep().starts()) {
            String name = each.flow().name() + " " + each.desk().manner();
            List<Call> calls = sweep().calls(each);
            Desk desk = sweep().undisturbed(each);
            assertThat(Durability.violations(desk, calls)).as(name).isEmpty();
            assertThat(calls.stream().filter(call -> call.name().equals("rename")))
                    .as(name)
                    .isNotEmpty();
            requireEachSync(name, desk, calls);
        }
    }

    /** Were a single one left out, this test would say so. */
    private static void requireEachSync(String name, Desk desk, List<Call> calls) {
        for (int at = 0; at < calls.size(); at++) {
            if (calls.get(at).name().equals("fsync")) {
                List<Call> without = new ArrayList<>(calls);
                without.remove(at);
                assertThat(Durability.violations(desk, without))
                        .as(name + " without " + calls.get(at).text())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void nothingIsLost_whereverAProcessEndsOrADiskFails() throws Exception {
        Sweep sweep = sweep();
        List<Point> points = points(sweep);
        List<String> losses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<Outcome>> running = new ArrayList<>();
            for (Point each : points) {
                int number = running.size();
                running.add(threads.submit(() -> sweep.run(each, number)));
            }
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
        assertThat(points).hasSizeGreaterThan(Mishap.values().length);
        assertThat(losses).isEmpty();
    }

    private static List<Point> points(Sweep sweep) throws IOException {
        List<Point> points = new ArrayList<>();
        int first = 0;
        for (Start start : sweep.starts()) {
            if (!FLOW.isEmpty() && !FLOW.equals(start.flow().name())) {
                continue;
            }
            List<Point> all = sweep.points(start);
            assertThat(all).as(start.flow().name()).hasSizeGreaterThan(Mishap.values().length * 5);
            for (int at = first % STRIDE; at < all.size(); at += STRIDE) {
                points.add(all.get(at));
            }
            first += 7;
        }
        return points;
    }

    private static void report(int points, List<String> losses) throws IOException {
        List<String> lines = new ArrayList<>(losses);
        lines.add(points + " points, " + losses.size() + " losses");
        Files.write(REPORT, lines);
    }
}
