// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.obnova.host.diagnostics.Examined;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Verdict;
import org.obnova.host.diagnostics.report.SupportReport;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
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
    private static final String REPORT = "--report";

    private final Terminal terminal;
    private final CareOffer offer;
    private final String version;
    private final CommandSpec spec = CommandModel.of("doctor", this)
            .addOption(CommandModel.flag("--repair"))
            .addOption(CommandModel.flag("--json"))
            .addOption(CommandModel.value(REPORT, "ZIP", Path.class, false));

    DoctorCommand(Terminal terminal, CareOffer offer, String version) {
        this.terminal = terminal;
        this.offer = offer;
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
        List<Examined> all = offer.diagnostics().get().run(task, check -> mend);
        boolean green = all.stream().noneMatch(each -> each.finding().verdict() == Verdict.PROBLEM);
        if (CommandModel.has(spec, "--json")) {
            printJson(all, green);
        } else {
            all.forEach(this::print);
            printSum(all, green);
        }
        Path file = spec.commandLine().getParseResult().matchedOptionValue(REPORT, null);
        if (file != null) {
            save(all, file);
        }
        return green ? 0 : NOT_GREEN;
    }

    /** The whole text is read first, here as in a window. */
    private void save(List<Examined> all, Path file) throws IOException {
        Instant now = offer.clock().instant();
        String text = offer.reports().get().text(all, now, terminal.language());
        terminal.out().println();
        terminal.out().println(text);
        Confirmation.require(terminal, terminal.say("Сохранить этот отчёт?", "Save this report?"));
        try {
            Files.write(file, SupportReport.zip(text), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new Fault(ErrorCode.FILE_EXISTS, "the report is not written over a file", e);
        }
        terminal.out().println(terminal.say("Отчёт сохранён: ", "The report is saved: ") + file);
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
