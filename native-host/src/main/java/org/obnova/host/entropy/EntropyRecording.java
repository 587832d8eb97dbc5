// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.task.Task;

/**
 * Writes the sensor's raw samples into a file, for assessment by others (NIST's ea_non_iid reads such a file as it is, with 8 bits per sample).
 * The health tests go on, but end nothing: a source that fails them can be assessed too. What is recorded never seeds a generator.
 */
public final class EntropyRecording {
    private final EntropyPrompt prompt;

    /**
     * @param prompt the window
     */
    public EntropyRecording(EntropyPrompt prompt) {
        this.prompt = prompt;
    }

    /**
     * What was recorded.
     *
     * @param samples how many raw samples, one octet each
     * @param creditedBitsPerSample the min-entropy that the sensor credits to each of them, from 0 to 2
     */
    public record Recorded(long samples, double creditedBitsPerSample) {}

    /**
     * Shows the window and gathers until there are so many samples, or the person closes the window, or the task is cancelled; the bar does not
     * matter.
     *
     * @param file is replaced; one octet a sample, in the order in which they came
     * @param samples at least 1
     * @throws Fault {@code NO_DISPLAY}, {@code STORAGE_FAILED} when the file cannot be written
     */
    public Recorded record(Task task, Path file, long samples) {
        if (samples < 1) {
            throw new IllegalArgumentException("samples");
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Tape tape = new Tape(out, samples);
            gather(task, tape);
            return tape.recorded();
        } catch (IOException e) {
            throw new Fault(ErrorCode.STORAGE_FAILED, "the recording cannot be written", e);
        }
    }

    private void gather(Task task, Tape tape) {
        try {
            prompt.gather(task, tape);
        } catch (Fault fault) {
            // Closing the window ends the recording; what came before is kept.
            if (fault.code() != ErrorCode.CANCELLED) {
                throw fault;
            }
        }
    }

    /** A sink that is full at the wanted number of samples, while its percentage is the sensor's own. */
    private static final class Tape implements EntropyPrompt.Sink {
        private final OutputStream out;
        private final long wanted;
        private final Credit credit = new Credit();
        private final Gathering gathering = new Gathering(this::take);
        private long samples;
        private boolean broken;

        Tape(OutputStream out, long wanted) {
            this.out = out;
            this.wanted = wanted;
        }

        private void take(int sample) {
            if (full()) {
                return;
            }
            credit.add(sample);
            samples++;
            try {
                out.write(sample);
            } catch (IOException e) {
                broken = true;
            }
        }

        @Override
        public synchronized void event(long nanos, EntropyPrompt.Source source, int x, int y) {
            gathering.event(nanos, source, x, y);
        }

        @Override
        public synchronized int percent() {
            return gathering.percent();
        }

        @Override
        public synchronized boolean full() {
            return broken || samples >= wanted;
        }

        @Override
        public boolean failed() {
            return false;
        }

        synchronized Recorded recorded() throws IOException {
            if (broken) {
                throw new IOException("a sample could not be written");
            }
            return new Recorded(samples, credit.bitsPerSample());
        }
    }
}
