// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ResourceBundle;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.ErrorTexts;
import org.obnova.host.fault.Fault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code obnova-host} with its commands. */
@Command(name = "obnova-host", mixinStandardHelpOptions = true, versionProvider = ObnovaCommandLine.Version.class)
public final class ObnovaCommandLine implements Runnable {
    private static final int FAILED = 1;
    private static final int WRONG_ARGUMENTS = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli before anything runs.
    private CommandSpec spec;

    private ObnovaCommandLine() {}

    /**
     * Runs a command.
     *
     * @return the exit status
     */
    public static int run(String[] args, Terminal terminal, Offer offer) {
        CommandLine line = new CommandLine(new ObnovaCommandLine(), new Version.Factory(offer));
        line.addSubcommand("certificates", new CertificatesTable(terminal, offer.storages()));
        line.addSubcommand("storages", new StoragesTable(terminal, offer.storages()));
        line.addSubcommand("entropy", new EntropyCommand(terminal, offer.entropyRecording()));
        line.setResourceBundle(ResourceBundle.getBundle(
                "org.obnova.host.cli.usage",
                terminal.language().locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        line.setParameterExceptionHandler((e, wrong) -> misused(e, terminal));
        line.setExecutionExceptionHandler((e, failed, parsed) -> failed(e, terminal, offer));
        return line.execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int misused(ParameterException e, Terminal terminal) {
        terminal.err().println("obnova-host: " + e.getMessage());
        terminal.err()
                .println(terminal.say(
                        "Список команд и параметров: obnova-host --help",
                        "For commands and options: obnova-host --help"));
        return WRONG_ARGUMENTS;
    }

    /** The command line's one edge. */
    private static int failed(Exception e, Terminal terminal, Offer offer) {
        Fault fault = e instanceof Fault known
                ? known
                : new Fault(ErrorCode.INTERNAL_ERROR, offer.log().incident(e), Map.of(), e);
        ErrorTexts.Text text = ErrorTexts.of(fault, terminal.language().tag());
        terminal.err().println(text.message());
        terminal.err().println(text.loss());
        terminal.err().println(text.hint());
        terminal.err()
                .println("[" + fault.code().number() + " " + fault.code().wireName() + ": " + fault.getMessage() + "]");
        return FAILED;
    }

    /** Tells the version. */
    static final class Version implements CommandLine.IVersionProvider {
        private final String version;

        Version(String version) {
            this.version = version;
        }

        @Override
        public String[] getVersion() {
            return new String[] {"obnova-host " + version};
        }

        /** Makes the provider, which picocli wants to make itself. */
        record Factory(Offer offer) implements CommandLine.IFactory {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type == Version.class
                        ? type.cast(new Version(offer.version()))
                        : CommandLine.defaultFactory().create(type);
            }
        }
    }
}
