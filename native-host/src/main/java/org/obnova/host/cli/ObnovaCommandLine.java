// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.ErrorTexts;
import org.obnova.host.fault.Fault;
import org.obnova.host.task.Language;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** {@code obnova-host} with its commands. */
public final class ObnovaCommandLine implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int WRONG_ARGUMENTS = 2;

    private final CommandSpec spec = CommandModel.of("obnova-host", this)
            .addOption(OptionSpec.builder("-V", "--version")
                    .type(boolean.class)
                    .arity("0")
                    .versionHelp(true)
                    .descriptionKey("mixinStandardHelpOptions.version")
                    .build());

    private ObnovaCommandLine() {}

    /**
     * Runs a command.
     *
     * @return the exit status
     */
    public static int run(String[] args, Terminal terminal, Offer offer) {
        CommandLine line = new CommandLine(new ObnovaCommandLine()
                .spec
                .version("obnova-host " + offer.version())
                .addSubcommand("certificates", certificates(terminal, offer))
                .addSubcommand(
                        "backups", new BackupsTable(terminal, offer.archive().backups()).spec())
                .addSubcommand(
                        "decrypt",
                        new DecryptCommand(
                                        terminal,
                                        offer.archive().decryption(),
                                        offer.archive().plain())
                                .spec())
                .addSubcommand("storages", new StoragesTable(terminal, offer.storages()).spec())
                .addSubcommand(
                        "containers",
                        new ContainerCommands(terminal, offer.storages(), offer.imports(), offer.exports()).spec())
                .addSubcommand("modules", new ModulesTable(terminal, offer.modules()).spec())
                .addSubcommand("pin", new PinCommands(terminal, offer.pinChange(), offer.rememberedPins()).spec())
                .addSubcommand("renewals", new RenewalCommands(terminal, offer.renewals()).spec())
                .addSubcommand("keys", new KeyCommands(terminal, offer.orphanKeys()).spec())
                .addSubcommand("sites", new SitesCommands(terminal, offer.care()).spec())
                .addSubcommand("doctor", new DoctorCommand(terminal, offer.care(), offer.version()).spec())
                .addSubcommand("workstation", new WorkstationCommands(terminal, offer.workstation()).spec())
                .addSubcommand("entropy", new EntropyCommand(terminal, offer.entropyRecording()).spec()));
        // Russian is the root: a bundle that is not there would be looked for in every library.
        line.setResourceBundle(ResourceBundle.getBundle(
                "org.obnova.host.cli.usage",
                terminal.language() == Language.RU ? Locale.ROOT : Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        line.setParameterExceptionHandler((e, wrong) -> misused(e, terminal));
        line.setExecutionExceptionHandler((e, failed, parsed) -> failed(e, terminal, offer));
        return line.execute(args);
    }

    private static CommandSpec certificates(Terminal terminal, Offer offer) {
        return new CertificatesTable(terminal, offer.storages())
                .spec()
                .addSubcommand(
                        "archive",
                        new ArchiveCommand(
                                        terminal,
                                        offer.storages(),
                                        offer.archive().archive())
                                .spec());
    }

    @Override
    public Integer call() {
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
}
