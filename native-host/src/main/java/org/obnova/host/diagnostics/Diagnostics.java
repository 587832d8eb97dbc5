// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.ErrorTexts;
import org.obnova.host.fault.Fault;
import org.obnova.host.task.Language;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;
import org.obnova.host.workstation.Words;

/** Runs all checks side by side, mends what it is told to, and looks again. */
public final class Diagnostics {
    private static final Words NOTHING = new Words("", "");

    /** A network's folder or a driver that never answers shall not keep the person from the other findings. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Supplier<List<DiagnosticCheck>> checks;
    private final Duration patience;

    /** @param checks made anew for each look: which there are depends on the computer */
    public Diagnostics(Supplier<List<DiagnosticCheck>> checks) {
        this(checks, PATIENCE);
    }

    /** @param patience how long one check may take until it is given up, and said to be */
    public Diagnostics(Supplier<List<DiagnosticCheck>> checks, Duration patience) {
        this.checks = checks;
        this.patience = patience;
    }

    /**
     * Looks at everything, in the order of the checks.
     *
     * @param mend which checks' findings are to be mended where that is possible
     * @throws Fault {@code CANCELLED}; repairs that were begun are finished first
     */
    public List<Examined> run(Task task, Predicate<String> mend) {
        List<Looked> before = look(task);
        Map<String, Looked> tried = new HashMap<>();
        for (Looked each : before) {
            if (each.finding().isBad() && mend.test(each.finding().check())) {
                tried.put(each.finding().check(), mended(task, each));
            }
        }
        if (tried.values().stream().noneMatch(each -> each.repair().isPresent())) {
            return before.stream()
                    .map(each -> examined(each, tried.containsKey(each.finding().check()), each))
                    .toList();
        }
        return look(task).stream()
                .map(each -> {
                    Looked first = tried.get(each.finding().check());
                    return first == null ? examined(each, false, each) : examined(each, true, first);
                })
                .toList();
    }

    private record Looked(Finding finding, Optional<Repair> repair) {}

    /** Where mending failed the finding says why, in place of its hint. */
    private static Examined examined(Looked now, boolean wasTried, Looked first) {
        Finding finding = now.finding();
        if (!wasTried) {
            return new Examined(finding, now.repair().isPresent(), null);
        }
        boolean fixed = !finding.isBad();
        if (!fixed && !first.finding().hint().equals(finding.hint())) {
            Words why = first.finding().hint();
            finding = new Finding(
                    finding.check(), finding.verdict(), finding.reason(), finding.title(), finding.detail(), why);
        }
        return new Examined(finding, now.repair().isPresent(), fixed);
    }

    private static Looked mended(Task task, Looked each) {
        if (each.repair().isEmpty()) {
            return each;
        }
        try {
            each.repair().get().mend(task);
            return each;
        } catch (Fault e) {
            if (e.code() == ErrorCode.CANCELLED) {
                throw e;
            }
            return new Looked(because(each.finding(), e), each.repair());
        } catch (IOException | UncheckedIOException e) {
            Words hint = new Words(
                    "Исправить не удалось: система отказала. Попросите администратора.",
                    "It could not be mended: the system refused. Ask the administrator.");
            return new Looked(with(each.finding(), hint), each.repair());
        }
    }

    private static Finding because(Finding finding, Fault fault) {
        ErrorTexts.Text ru = ErrorTexts.of(fault, Language.RU.tag());
        ErrorTexts.Text en = ErrorTexts.of(fault, Language.EN.tag());
        return with(finding, new Words(ru.message() + " " + ru.hint(), en.message() + " " + en.hint()));
    }

    private static Finding with(Finding finding, Words hint) {
        return new Finding(
                finding.check(), finding.verdict(), finding.reason(), finding.title(), finding.detail(), hint);
    }

    private List<Looked> look(Task task) {
        List<DiagnosticCheck> all = checks.get();
        AtomicInteger done = new AtomicInteger();
        List<CompletableFuture<Looked>> running = new ArrayList<>();
        for (DiagnosticCheck check : all) {
            CompletableFuture<Looked> answer = new CompletableFuture<>();
            running.add(answer);
            answer.completeOnTimeout(gaveUp(check), patience.toMillis(), TimeUnit.MILLISECONDS);
            Thread.ofVirtual().name("check " + check.id()).start(() -> {
                answer.complete(look(check));
                task.progress(Step.DIAGNOSTICS, done.incrementAndGet(), all.size());
            });
        }
        List<Looked> looked = new ArrayList<>();
        for (CompletableFuture<Looked> each : running) {
            looked.add(task.await(each));
        }
        return looked;
    }

    private Looked gaveUp(DiagnosticCheck check) {
        Words title = new Words(check.id(), check.id());
        Words detail = new Words(
                "Не удалось проверить за " + patience.toSeconds() + " с: ответа нет.",
                "It could not be checked within " + patience.toSeconds() + " s: there is no answer.");
        Words hint = new Words(
                "Если это папка в сети или на подключённом диске, проверьте, доступна ли она, и повторите.",
                "If it is a folder in the network or on a drive, see whether it can be reached, and repeat.");
        Finding finding = new Finding(check.id(), Verdict.UNKNOWN, "gave-up", title, detail, hint);
        return new Looked(finding, Optional.empty());
    }

    private static Looked look(DiagnosticCheck check) {
        try {
            Finding finding = check.run();
            return new Looked(finding, finding.isBad() ? check.repair(finding) : Optional.empty());
        } catch (Fault e) {
            Words title = new Words(check.id(), check.id());
            Finding unseen = new Finding(check.id(), Verdict.UNKNOWN, "not-seen", title, NOTHING, NOTHING);
            ErrorTexts.Text ru = ErrorTexts.of(e, Language.RU.tag());
            ErrorTexts.Text en = ErrorTexts.of(e, Language.EN.tag());
            Words detail = new Words(ru.message(), en.message());
            return new Looked(
                    new Finding(
                            check.id(), unseen.verdict(), "not-seen", title, detail, new Words(ru.hint(), en.hint())),
                    Optional.empty());
        }
    }
}
