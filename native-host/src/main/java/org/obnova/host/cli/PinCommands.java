// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.storage.PinChange;
import org.obnova.host.storage.token.pin.RememberedPins;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code obnova-host pin change|list|forget}: a token's PIN, and those that the person had remembered. */
final class PinCommands implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<PinChange> change;
    private final Supplier<RememberedPins> remembered;

    private final CommandSpec changeSpec = CommandModel.of("change", this::change)
            .addOption(CommandModel.value("--storage", "ID", String.class, true));
    private final CommandSpec listSpec = CommandModel.of("list", this::list).addOption(CommandModel.flag("--json"));
    private final CommandSpec forgetSpec = CommandModel.of("forget", this::forget)
            .addOption(CommandModel.value("--storage", "ID", String.class, false))
            .addOption(CommandModel.value("--container", "ID", String.class, false))
            .addOption(CommandModel.flag("--all"));
    private final CommandSpec spec = CommandModel.of("pin", this)
            .addSubcommand("change", changeSpec)
            .addSubcommand("list", listSpec)
            .addSubcommand("forget", forgetSpec);

    PinCommands(Terminal terminal, Supplier<PinChange> change, Supplier<RememberedPins> remembered) {
        this.terminal = terminal;
        this.change = change;
        this.remembered = remembered;
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private Integer change() {
        RunningTask task = new RunningTask(
                new Requester.Person(), terminal.language(), new Cancellation(), ProgressListener.none());
        change.get().change(task, given(changeSpec, "--storage", ""));
        terminal.out().println(terminal.say("PIN-код изменён.", "The PIN is changed."));
        return 0;
    }

    private Integer list() throws IOException {
        List<RememberedPins.Entry> entries = remembered.get().list();
        if (CommandModel.has(listSpec, "--json")) {
            printJson(entries);
        } else if (entries.isEmpty()) {
            terminal.out().println(terminal.say("Ни один PIN-код не запомнен.", "No PIN is remembered."));
        } else {
            List<List<String>> cells = new ArrayList<>();
            cells.add(List.of(
                    terminal.say("чей", "whose"),
                    terminal.say("id носителя", "id of the medium"),
                    terminal.say("id контейнера", "id of the container")));
            for (RememberedPins.Entry entry : entries) {
                cells.add(List.of(
                        entry.label(), entry.key().storage(), entry.key().container()));
            }
            Columns.print(cells, terminal.out());
        }
        return 0;
    }

    private Integer forget() {
        @Nullable String storage = given(forgetSpec, "--storage", null);
        @Nullable String container = given(forgetSpec, "--container", null);
        boolean all = CommandModel.has(forgetSpec, "--all");
        if (all == (storage != null) || (container != null && storage == null)) {
            throw new ParameterException(
                    forgetSpec.commandLine(), "either --all, or --storage, or --storage and --container");
        }
        RememberedPins pins = remembered.get();
        int forgotten = 0;
        for (RememberedPins.Entry entry : pins.list()) {
            boolean meant = all
                    || (entry.key().storage().equals(storage)
                            && (container == null || entry.key().container().equals(container)));
            if (meant && pins.forget(entry.key())) {
                forgotten++;
            }
        }
        terminal.out().println(terminal.say("забыто: ", "forgotten: ") + forgotten);
        return 0;
    }

    private static <T extends @Nullable String> T given(CommandSpec spec, String option, T otherwise) {
        return spec.commandLine().getParseResult().matchedOptionValue(option, otherwise);
    }

    private void printJson(List<RememberedPins.Entry> entries) throws IOException {
        try (JsonWriter out = JsonText.writer(terminal.out())) {
            out.writeStartObject();
            out.writeArrayFieldStart("remembered");
            for (RememberedPins.Entry entry : entries) {
                out.writeStartObject();
                out.writeStringField("storage", entry.key().storage());
                out.writeStringField("container", entry.key().container());
                out.writeStringField("label", entry.label());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
            out.writeLineEnd();
        }
    }
}
