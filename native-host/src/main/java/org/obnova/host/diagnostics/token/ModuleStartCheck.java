// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.token;

import java.util.Optional;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.fault.ErrorTexts;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.token.module.FoundModule;
import org.obnova.host.task.Language;
import org.obnova.host.workstation.Words;

/** Whether a driver starts, in a process of its own, and lists its slots. */
public final class ModuleStartCheck implements DiagnosticCheck {
    private final FoundModule module;
    private final Trial trial;
    private final Subject subject;

    /** Starts a driver. */
    @FunctionalInterface
    public interface Trial {
        /** Why it cannot be used; empty where it can. */
        Optional<Fault> start(FoundModule module);
    }

    /** Of one driver; the number tells those of one name apart. */
    public ModuleStartCheck(FoundModule module, int number, Trial trial) {
        this.module = module;
        this.trial = trial;
        this.subject = new Subject(
                "module." + number, "Драйвер токена: " + module.name(), "Driver of tokens: " + module.name());
    }

    @Override
    public String id() {
        return subject.id();
    }

    @Override
    public Finding run() {
        return trial.start(module).map(this::failed).orElseGet(() -> subject.ok("Запускается.", "It starts."));
    }

    private Finding failed(Fault fault) {
        ErrorTexts.Text ru = ErrorTexts.of(fault, Language.RU.tag());
        ErrorTexts.Text en = ErrorTexts.of(fault, Language.EN.tag());
        String reason = switch (fault.code()) {
            case DRIVER_CRASHED -> "crashes";
            case DRIVER_HANGS -> "hangs";
            default -> "refused";
        };
        Words detail = new Words(ru.message() + " " + module.library(), en.message() + " " + module.library());
        Words hint = new Words(ru.hint(), en.hint());
        // One that refuses harms nobody: desktops bring drivers along whose device is not there.
        return reason.equals("refused") ? subject.warning(reason, detail, hint) : subject.problem(reason, detail, hint);
    }
}
