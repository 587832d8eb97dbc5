// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.renewal.KeyFate;
import org.obnova.host.renewal.Made;
import org.obnova.host.renewal.RenewalState;
import org.obnova.host.renewal.Renewals;
import org.obnova.host.renewal.UnreadableRecord;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;
import org.obnova.host.task.Task;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code obnova-host renewals list|resume|abandon}: the renewals that any site began on this computer. */
final class RenewalCommands implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<Renewals> renewals;

    private final CommandSpec listSpec = CommandModel.of("list", this::list)
            .addOption(CommandModel.flag("--all"))
            .addOption(CommandModel.flag("--json"));
    private final CommandSpec resumeSpec = CommandModel.of("resume", this::resume)
            .addOption(CommandModel.value("--renewal", "ID", String.class, true));
    private final CommandSpec abandonSpec = CommandModel.of("abandon", this::abandon)
            .addOption(CommandModel.value("--renewal", "ID", String.class, true))
            .addOption(CommandModel.flag("--remove-key"))
            .addOption(CommandModel.flag("--yes"));
    private final CommandSpec spec = CommandModel.of("renewals", this)
            .addSubcommand("list", listSpec)
            .addSubcommand("resume", resumeSpec)
            .addSubcommand("abandon", abandonSpec);

    RenewalCommands(Terminal terminal, Supplier<Renewals> renewals) {
        this.terminal = terminal;
        this.renewals = renewals;
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private Integer list() throws IOException {
        new RenewalsTable(terminal)
                .print(
                        renewals.get().listAll(CommandModel.has(listSpec, "--all")),
                        renewals.get().unreadable(),
                        CommandModel.has(listSpec, "--json"));
        return 0;
    }

    private Integer resume() {
        Made made = renewals.get().resume(task(), null, given(resumeSpec));
        terminal.out().println(terminal.say("состояние: ", "state: ") + RenewalsTable.state(terminal, made.state()));
        if (made.state().isBefore(RenewalState.INSTALLED)) {
            terminal.out()
                    .println(terminal.say(
                            "Дальше откройте заявку в личном кабинете.", "Next, open the application in the cabinet."));
        }
        return 0;
    }

    private Integer abandon() {
        String id = given(abandonSpec);
        Optional<UnreadableRecord> damaged = renewals.get().unreadable().stream()
                .filter(each -> each.renewal().equals(id))
                .filter(each -> each.fault().code() == ErrorCode.JOURNAL_DAMAGED)
                .findFirst();
        if (damaged.isPresent()) {
            return drop(damaged.get());
        }
        boolean removes = CommandModel.has(abandonSpec, "--remove-key");
        KeyFate key = renewals.get()
                .abandon(
                        task(),
                        null,
                        id,
                        new AbandonQuestion(terminal, removes, CommandModel.has(abandonSpec, "--yes")));
        terminal.out().println(terminal.say("Вы отказались от обновления.", "The renewal is given up."));
        String fate = switch (key) {
            case NONE -> "";
            case KEPT, REMOVING -> terminal.say("Новый ключ остался на своём месте.", "The new key stays where it is.");
            case REMOVED -> terminal.say("Новый ключ удалён.", "The new key is removed.");
        };
        if (!fate.isEmpty()) {
            terminal.out().println(fate);
        }
        return 0;
    }

    private Integer drop(UnreadableRecord damaged) {
        terminal.out()
                .println(terminal.say(
                        "Запись об обновлении " + damaged.renewal() + " повреждена. Ключи останутся на своих местах.",
                        "The record of the renewal " + damaged.renewal() + " is damaged. Keys stay where they are."));
        if (!CommandModel.has(abandonSpec, "--yes")) {
            Confirmation.require(terminal, terminal.say("Убрать запись?", "Put the record away?"));
        }
        renewals.get().drop(task(), damaged);
        terminal.out().println(terminal.say("Запись убрана.", "The record is put away."));
        return 0;
    }

    private static String given(CommandSpec spec) {
        return spec.commandLine().getParseResult().matchedOptionValue("--renewal", "");
    }

    private Task task() {
        return new RunningTask(
                new Requester.Person(), terminal.language(), new Cancellation(), ProgressListener.none());
    }
}
