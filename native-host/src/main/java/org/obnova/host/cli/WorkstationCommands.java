// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.ErrorTexts;
import org.obnova.host.fault.Fault;
import org.obnova.host.settings.ServiceEntry;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;
import org.obnova.host.workstation.Change;
import org.obnova.host.workstation.Direction;
import org.obnova.host.workstation.OperatingSystem;
import org.obnova.host.workstation.Outcome;
import org.obnova.host.workstation.Restart;
import org.obnova.host.workstation.Scope;
import org.obnova.host.workstation.Target;
import org.obnova.host.workstation.Workstation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * {@code obnova-host workstation check|install|uninstall}. Exit status: 0 all is as it should be, 1 something is not or has failed, 2 wrong arguments.
 */
final class WorkstationCommands implements Callable<Integer> {
    private static final String SYSTEM = "--system";
    private static final String SERVICE = "--service";
    private static final String DRY_RUN = "--dry-run";
    private static final String WINDOWS = "--windows";
    private static final String JSON = "--json";

    private final Terminal terminal;
    private final Supplier<Workstation> workstation;
    private final CommandSpec spec = CommandModel.of("workstation", this);

    WorkstationCommands(Terminal terminal, Supplier<Workstation> workstation) {
        this.terminal = terminal;
        this.workstation = workstation;
    }

    CommandSpec spec() {
        return spec.addSubcommand("check", verb("check", this::check))
                .addSubcommand(
                        "install",
                        verb("install", each -> change(each, Direction.INSTALL)).addOption(CommandModel.flag(DRY_RUN)))
                .addSubcommand(
                        "uninstall",
                        verb("uninstall", each -> change(each, Direction.UNINSTALL))
                                .addOption(CommandModel.flag(DRY_RUN)))
                .addSubcommand("file", verb("file", this::file).addOption(CommandModel.flag(WINDOWS)));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "check, install, uninstall or file");
    }

    /** What one of the verbs does; its options are those of its own specification. */
    private interface Verb {
        int run(CommandSpec spec);
    }

    private static CommandSpec verb(String name, Verb verb) {
        CommandSpec[] made = new CommandSpec[1];
        made[0] = CommandModel.of(name, () -> verb.run(made[0]))
                .addOption(CommandModel.flag(SYSTEM))
                .addOption(CommandModel.flag(JSON))
                .addOption(CommandModel.value(SERVICE, "NAME", String.class, false));
        return made[0];
    }

    private static @Nullable String service(CommandSpec spec) {
        return spec.commandLine().getParseResult().matchedOptionValue(SERVICE, null);
    }

    private int check(CommandSpec asked) {
        Workstation here = workstation.get();
        ServiceEntry service = here.service(service(asked));
        List<WorkstationRow> rows = here.targets(service).stream()
                .filter(each -> !CommandModel.has(asked, SYSTEM) || each.scope() == Scope.SYSTEM)
                .map(each -> WorkstationRow.of(each, Workstation.check(each), null))
                .toList();
        show(asked, service.name(), rows);
        if (!CommandModel.has(asked, JSON)) {
            hint(here, service, rows);
        }
        // What is for everybody is the administrator's to want.
        Scope counts = CommandModel.has(asked, SYSTEM) ? Scope.SYSTEM : Scope.USER;
        return rows.stream()
                        .filter(each -> each.target().scope() == counts)
                        .allMatch(each -> each.state().status().isSettled())
                ? 0
                : 1;
    }

    private void hint(Workstation here, ServiceEntry service, List<WorkstationRow> rows) {
        for (Scope scope : Scope.values()) {
            if (rows.stream()
                    .anyMatch(each -> each.target().scope() == scope
                            && !each.state().status().isSettled())) {
                terminal.out().println();
                terminal.out()
                        .println(terminal.say("Настроить: ", "To set up: ")
                                + (scope == Scope.SYSTEM
                                        ? here.command(service).orElseGet(() -> byFile(service))
                                        : "obnova-host workstation install --service " + service.name()));
            }
        }
    }

    /** The script lets everybody's browsers start nothing but the package's program. */
    private static String byFile(ServiceEntry service) {
        String script = "obnova-" + service.name() + ".sh";
        return "obnova-host workstation file --service " + service.name() + " > " + script + "; sudo sh " + script
                + " --system";
    }

    private int change(CommandSpec asked, Direction direction) {
        Workstation here = workstation.get();
        Optional<ServiceEntry> service = service(asked, here, direction);
        String name = service.map(ServiceEntry::name).orElse("");
        Scope scope = CommandModel.has(asked, SYSTEM) ? Scope.SYSTEM : Scope.USER;
        if (CommandModel.has(asked, DRY_RUN)) {
            return preview(
                    asked,
                    name,
                    service.map(each -> here.targets(each, scope, direction)).orElseGet(() -> here.recorded(scope)),
                    scope,
                    direction);
        }
        RunningTask task = new RunningTask(
                new Requester.Person(), terminal.language(), new Cancellation(), ProgressListener.none());
        List<Outcome> outcomes = service.map(each -> here.change(task, each, Set.of(), scope, direction))
                .orElseGet(() -> here.undo(task, scope));
        show(
                asked,
                name,
                outcomes.stream()
                        .map(each -> WorkstationRow.of(each.target(), each.state(), each.fault()))
                        .toList());
        outcomes.stream().map(Outcome::fault).forEach(this::complain);
        if (!CommandModel.has(asked, JSON) && Workstation.restart(outcomes) == Restart.BROWSER) {
            terminal.out().println();
            terminal.out()
                    .println(terminal.say(
                            "Закройте и откройте браузеры, чтобы они увидели изменения.",
                            "Close and open the browsers, so that they see the changes."));
        }
        boolean done = outcomes.stream()
                .allMatch(each -> each.fault() == null
                        && (direction == Direction.UNINSTALL
                                || each.state().status().isSettled()));
        return done ? 0 : 1;
    }

    /** Undoing needs the record of setup only: empty where the settings are damaged or have no services any more. */
    private static Optional<ServiceEntry> service(CommandSpec asked, Workstation here, Direction direction) {
        try {
            return Optional.of(here.service(service(asked)));
        } catch (Fault e) {
            boolean byRecord = direction == Direction.UNINSTALL
                    && (e.code() == ErrorCode.SETTINGS_INVALID
                            || (e.code() == ErrorCode.SERVICE_UNKNOWN
                                    && here.services().isEmpty()));
            if (byRecord) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void complain(@Nullable Fault fault) {
        if (fault != null) {
            ErrorTexts.Text text = ErrorTexts.of(fault, terminal.language().tag());
            terminal.err().println();
            terminal.err().println(text.message());
            terminal.err().println(text.loss());
            terminal.err().println(text.hint());
        }
    }

    private int preview(CommandSpec asked, String service, List<Target> targets, Scope scope, Direction direction) {
        List<List<String>> cells = new ArrayList<>();
        for (Target each : targets) {
            if (each.scope() == scope) {
                for (Change change : each.plan(direction)) {
                    cells.add(List.of(
                            each.id(),
                            change.kind().wireName(),
                            change.place(),
                            change.detail().in(terminal.language())));
                }
            }
        }
        if (CommandModel.has(asked, JSON)) {
            WorkstationJson.plan(terminal.out(), service, cells);
        } else if (cells.isEmpty()) {
            terminal.out().println(terminal.say("Менять нечего.", "There is nothing to change."));
        } else {
            cells.addFirst(List.of(
                    terminal.say("пункт", "item"),
                    terminal.say("действие", "action"),
                    terminal.say("место", "place"),
                    terminal.say("что", "what")));
            Columns.print(cells, terminal.out());
        }
        return 0;
    }

    private int file(CommandSpec asked) {
        Workstation here = workstation.get();
        terminal.out()
                .writeBytes(here.file(here.service(service(asked)), system(asked, here))
                        .content());
        terminal.out().flush();
        return 0;
    }

    private static OperatingSystem system(CommandSpec asked, Workstation here) {
        return CommandModel.has(asked, WINDOWS)
                ? OperatingSystem.WINDOWS
                : here.root().system();
    }

    private void show(CommandSpec asked, String service, List<WorkstationRow> rows) {
        if (CommandModel.has(asked, JSON)) {
            WorkstationJson.rows(terminal.out(), service, rows, terminal.language());
            return;
        }
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of(
                terminal.say("пункт", "item"),
                terminal.say("для кого", "for whom"),
                terminal.say("состояние", "state"),
                terminal.say("подробности", "details")));
        for (WorkstationRow each : rows) {
            cells.add(List.of(
                    each.target().id(),
                    each.target().scope() == Scope.USER ? terminal.say("вы", "you") : terminal.say("все", "all"),
                    state(each),
                    each.state().detail().in(terminal.language())));
        }
        Columns.print(cells, terminal.out());
    }

    private String state(WorkstationRow row) {
        return switch (row.state().status()) {
            case READY -> terminal.say("готово", "ready");
            case MISSING -> terminal.say("нет", "missing");
            case OUTDATED -> terminal.say("устарело", "outdated");
            case DIFFERS -> terminal.say("другое", "differs");
            case BLOCKED -> terminal.say("запрещено", "blocked");
            case NOT_APPLICABLE -> terminal.say("не нужно", "not needed");
            case UNKNOWN -> terminal.say("неизвестно", "unknown");
        };
    }
}
