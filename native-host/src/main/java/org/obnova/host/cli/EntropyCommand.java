// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.obnova.host.entropy.EntropyRecording;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code obnova-host entropy --record FILE}: the sensor's raw samples, for assessment by others. */
final class EntropyCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<EntropyRecording> recording;

    private final CommandSpec spec = CommandModel.of("entropy", this)
            .addOption(CommandModel.value("--record", "FILE", Path.class, true))
            .addOption(CommandModel.value("--samples", "N", Long.class, false));

    EntropyCommand(Terminal terminal, Supplier<EntropyRecording> recording) {
        this.terminal = terminal;
        this.recording = recording;
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        ParseResult given = spec.commandLine().getParseResult();
        Path file = given.matchedOptionValue("--record", Path.of(""));
        long samples = given.matchedOptionValue("--samples", Long.MAX_VALUE);
        if (samples < 1) {
            throw new ParameterException(spec.commandLine(), "--samples: at least 1");
        }
        RunningTask task = new RunningTask(
                new Requester.Person(), terminal.language(), new Cancellation(), ProgressListener.none());
        EntropyRecording.Recorded recorded = recording.get().record(task, file, samples);
        terminal.out().println(terminal.say("отсчётов: ", "samples: ") + recorded.samples());
        // Read by scripts: the same in each language.
        terminal.out().printf(Locale.ROOT, "credited: %.3f bits/sample%n", recorded.creditedBitsPerSample());
        return 0;
    }
}
