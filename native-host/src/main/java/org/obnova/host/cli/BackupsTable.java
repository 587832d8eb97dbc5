// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.obnova.host.backup.BackupNotes;
import org.obnova.host.backup.KnownBackups;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;
import picocli.CommandLine.Model.CommandSpec;

/** {@code obnova-host backups}: what was copied where and when, and whether that copy is at hand now. */
final class BackupsTable implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<BackupNotes> notes;
    private final CommandSpec spec = CommandModel.of("backups", this).addOption(CommandModel.flag("--json"));

    BackupsTable(Terminal terminal, Supplier<BackupNotes> notes) {
        this.terminal = terminal;
        this.notes = notes;
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        KnownBackups known = notes.get()
                .known(new RunningTask(
                        new Requester.Person(), terminal.language(), new Cancellation(), ProgressListener.none()));
        if (CommandModel.has(spec, "--json")) {
            printJson(known);
            return 0;
        }
        if (known.copies().isEmpty()) {
            terminal.out().println(terminal.say("Резервных копий нет.", "No backups."));
        } else {
            print(known);
        }
        if (known.incomplete()) {
            terminal.out()
                    .println(terminal.say(
                            "Прежний список был повреждён и отложен в сторону: копии могут быть не названы.",
                            "An earlier list was damaged and is kept aside: copies may be missing here."));
        }
        return 0;
    }

    private void print(KnownBackups known) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of(
                terminal.say("сделана", "made"),
                terminal.say("носитель", "medium"),
                terminal.say("сейчас", "now"),
                terminal.say("сертификат (SHA-256)", "certificate (SHA-256)")));
        for (KnownBackups.Known each : known.copies()) {
            cells.add(List.of(
                    each.backup().made().toString().substring(0, "2027-03-14".length()),
                    each.label(),
                    each.present() ? terminal.say("на месте", "at hand") : terminal.say("не видна", "not at hand"),
                    each.backup().certificate()));
        }
        Columns.print(cells, terminal.out());
    }

    private void printJson(KnownBackups known) throws IOException {
        try (JsonWriter out = JsonText.writer(terminal.out())) {
            out.writeStartObject();
            out.writeArrayFieldStart("backups");
            for (KnownBackups.Known each : known.copies()) {
                out.writeStartObject();
                out.writeStringField("certificate", each.backup().certificate());
                out.writeStringField("storage", each.backup().storageId());
                out.writeStringField("storageLabel", each.label());
                out.writeStringField(
                        "made",
                        each.backup().made().truncatedTo(ChronoUnit.SECONDS).toString());
                out.writeBooleanField("present", each.present());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeBooleanField("incomplete", known.incomplete());
            out.writeEndObject();
            out.writeLineEnd();
        }
    }
}
