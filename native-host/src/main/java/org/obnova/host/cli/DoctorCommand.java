// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.obnova.host.diagnostics.Diagnostics;
import org.obnova.host.diagnostics.Examined;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Verdict;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;
import picocli.CommandLine.Model.CommandSpec;

/** {@code obnova-host doctor}: what is wrong with this computer. The exit status is 0 only when nothing is; a warning is nothing wrong. */
final class DoctorCommand implements Callable<Integer> {
    private static final int NOT_GREEN = 1;

    private final Terminal terminal;
    private final Supplier<Diagnostics> diagnostics;
    private final String version;
    private final CommandSpec spec = CommandModel.of("doctor", this)
            .addOption(CommandModel.flag("--repair"))
            .addOption(CommandModel.flag("--json"));

    DoctorCommand(Terminal terminal, Supplier<Diagnostics> diagnostics, String version) {
        this.terminal = terminal;
        this.diagnostics = diagnostics;
        this.version = version;
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        RunningTask task = new RunningTask(
                new Requester.Person(), terminal.language(), new Cancellation(), ProgressListener.none());
        boolean mend = CommandModel.has(spec, "--repair");
        List<Examined> all = diagnostics.get().run(task, check -> mend);
        boolean green = all.stream().noneMatch(each -> each.finding().verdict() == Verdict.PROBLEM);
        if (CommandModel.has(spec, "--json")) {
            printJson(all, green);
        } else {
            all.forEach(this::print);
            printSum(all, green);
        }
        return green ? 0 : NOT_GREEN;
    }

    private void print(Examined examined) {
        Finding finding = examined.finding();
        terminal.out()
                .println(sign(examined) + "  " + finding.title().in(terminal.language()) + ": "
                        + finding.detail().in(terminal.language()));
        String hint = finding.hint().in(terminal.language());
        if (!hint.isEmpty()) {
            terminal.out().println(" ".repeat(sign(examined).length() + 2) + hint);
        }
    }

    private String sign(Examined examined) {
        if (Boolean.TRUE.equals(examined.fixed())) {
            return terminal.say("[исправлено]", "[mended]   ");
        }
        return switch (examined.finding().verdict()) {
            case OK -> terminal.say("[в порядке] ", "[fine]     ");
            case WARNING -> terminal.say("[замечание] ", "[warning]  ");
            case PROBLEM -> terminal.say("[проблема]  ", "[problem]  ");
            case UNKNOWN -> terminal.say("[неизвестно]", "[unknown]  ");
        };
    }

    private void printSum(List<Examined> all, boolean green) {
        terminal.out().println();
        if (green) {
            terminal.out().println(terminal.say("Проблем не найдено.", "No problems were found."));
            return;
        }
        long problems = all.stream()
                .filter(each -> each.finding().verdict() == Verdict.PROBLEM)
                .count();
        terminal.out().println(terminal.say("Проблем: ", "Problems: ") + problems);
        if (all.stream().anyMatch(each -> each.repairable() && each.fixed() == null)) {
            terminal.out()
                    .println(terminal.say(
                            "Исправить то, что исправляется само: obnova-host doctor --repair",
                            "To mend what can be mended: obnova-host doctor --repair"));
        }
    }

    private void printJson(List<Examined> all, boolean green) throws IOException {
        try (JsonWriter out = JsonText.writer(terminal.out())) {
            out.writeStartObject();
            out.writeStringField("version", version);
            out.writeBooleanField("green", green);
            out.writeArrayFieldStart("findings");
            for (Examined each : all) {
                Finding finding = each.finding();
                out.writeStartObject();
                out.writeStringField("id", finding.check());
                out.writeStringField("status", finding.verdict().wireName());
                out.writeStringField("reason", finding.reason());
                out.writeStringField("title", finding.title().in(terminal.language()));
                out.writeStringField("detail", finding.detail().in(terminal.language()));
                out.writeStringField("hint", finding.hint().in(terminal.language()));
                out.writeBooleanField("repairable", each.repairable());
                Boolean fixed = each.fixed();
                if (fixed != null) {
                    out.writeBooleanField("fixed", fixed);
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
            out.writeLineEnd();
        }
    }
}
