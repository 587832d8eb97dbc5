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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code obnova-host entropy --record FILE}: the sensor's raw samples, for assessment by others. */
@Command(name = "entropy", mixinStandardHelpOptions = true)
final class EntropyCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<EntropyRecording> recording;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli before anything runs.
    private CommandSpec spec;

    @Option(names = "--record", required = true, paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init") // Set by picocli before anything runs.
    private Path file;

    @Option(names = "--samples", paramLabel = "N")
    private long samples = Long.MAX_VALUE;

    EntropyCommand(Terminal terminal, Supplier<EntropyRecording> recording) {
        this.terminal = terminal;
        this.recording = recording;
    }

    @Override
    public Integer call() {
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
