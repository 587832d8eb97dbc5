// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Repair;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.diagnostics.host.HostTrial.Answer;
import org.obnova.host.workstation.Words;

/** Whether what the browsers' manifests lead to starts, answers, and is of the same version as this program. */
public final class HostStartCheck implements DiagnosticCheck {
    private static final Subject SUBJECT =
            new Subject("host-start", "Запуск приложения браузером", "The host as browsers start it");
    private static final Words REINSTALL = new Words(
            "Установите приложение Обнова заново; ключи, журнал и разрешения останутся.",
            "Install Obnova's host again; keys, journal and consents stay.");
    private static final Words REGISTER = new Words(
            "Нажмите «Исправить» или выполните obnova-host doctor --repair, затем перезапустите браузер.",
            "Press «Repair» or run obnova-host doctor --repair, then restart the browser.");

    private final Supplier<Map<Path, List<Repair>>> programs;
    private final HostTrial trial;
    private final String version;
    private final List<String> arguments;

    /**
     * @param programs what the manifests lead to, each once, with what lets those manifests lead to this program again
     * @param version of this program
     * @param arguments of a browser whose extension may use the host
     */
    public HostStartCheck(
            Supplier<Map<Path, List<Repair>>> programs, HostTrial trial, String version, List<String> arguments) {
        this.programs = programs;
        this.trial = trial;
        this.version = version;
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        Map<Path, List<Repair>> all = new TreeMap<>(programs.get());
        if (all.isEmpty()) {
            return SUBJECT.unknown(
                    "no-program",
                    "Браузеры не знают, что запускать: см. «Связь браузера с приложением».",
                    "The browsers do not know what to start: see the registration of the host.");
        }
        for (Path program : all.keySet()) {
            Optional<Finding> wrong = wrong(program);
            if (wrong.isPresent()) {
                return wrong.get();
            }
        }
        return SUBJECT.ok(
                "Запускается и отвечает, версия " + version + ".", "It starts and answers, version " + version + ".");
    }

    private Optional<Finding> wrong(Path program) {
        Answer answer = trial.greet(program, arguments);
        return switch (answer) {
            case Answer.Version(var found) when found.equals(version) -> Optional.empty();
            case Answer.Version(var found) ->
                Optional.of(SUBJECT.problem(
                        "other-version",
                        new Words(
                                "Браузер запускает приложение другой версии, " + found + " вместо " + version + ": "
                                        + program,
                                "The browser starts a host of another version, " + found + " in place of " + version
                                        + ": " + program),
                        REGISTER));
            case Answer.NotStarted(var why) ->
                Optional.of(SUBJECT.problem(
                        "not-started",
                        new Words(
                                "Система не запускает " + program + " (" + why + ").",
                                "The system does not start " + program + " (" + why + ")."),
                        REINSTALL));
            case Answer.Ended(var status) ->
                Optional.of(SUBJECT.problem(
                        "crashed",
                        new Words(
                                "Приложение аварийно завершается при запуске (код " + status + "): " + program,
                                "The host crashes when it starts (status " + status + "): " + program),
                        REINSTALL));
            case Answer.Silent() ->
                Optional.of(SUBJECT.problem(
                        "silent",
                        new Words(
                                "Приложение запускается и не отвечает: " + program,
                                "The host starts and does not answer: " + program),
                        REINSTALL));
            case Answer.Garbled() ->
                Optional.of(SUBJECT.problem(
                        "other-program",
                        new Words("Это не приложение Обнова: " + program, "This is not Obnova's host: " + program),
                        REGISTER));
        };
    }

    @Override
    public Optional<Repair> repair(Finding finding) {
        if (finding.hint().equals(REINSTALL)) {
            return Optional.empty();
        }
        return programs.get().entrySet().stream()
                .filter(each -> !each.getValue().isEmpty()
                        && finding.detail().english().contains(each.getKey().toString()))
                .findFirst()
                .map(each -> task -> {
                    for (Repair one : each.getValue()) {
                        one.mend(task);
                    }
                });
    }
}
