// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.obnova.testkit.Person;

/** Runs the steps of a journey in turn, prints each with its time, and remembers the times. */
public final class Steps {
    private final PrintStream out;
    private final Person person;
    private final List<Timing> timings = new ArrayList<>();

    /**
     * One step's time.
     *
     * @param name what was done
     * @param seconds from its beginning to its end
     * @param person how many of these the host's windows waited for the person
     */
    public record Timing(String name, double seconds, double person) {}

    /** A step. */
    @FunctionalInterface
    public interface Step {
        /** Does it. */
        void take() throws IOException;
    }

    /** Prints to a stream; the person's time is told apart. */
    public Steps(PrintStream out, Person person) {
        this.out = out;
        this.person = person;
    }

    /** Takes a step. */
    public void step(String name, Step step) throws IOException {
        Duration busyBefore = person.busy();
        long start = System.nanoTime();
        step.take();
        double seconds = seconds(Duration.ofNanos(System.nanoTime() - start));
        Timing timing = new Timing(name, seconds, seconds(person.busy().minus(busyBefore)));
        timings.add(timing);
        out.println(String.format(
                Locale.ROOT,
                "%6.2f s  %s%s",
                seconds,
                name,
                timing.person() > 0
                        ? String.format(Locale.ROOT, "  (%.2f s of them at windows, by the person)", timing.person())
                        : ""));
    }

    /** The steps so far. */
    public List<Timing> timings() {
        return List.copyOf(timings);
    }

    /** Writes the times as JSON. */
    public void write(Path file) throws IOException {
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), timings);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
