// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.computer;

import java.util.Optional;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Repair;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.workstation.PersonalTarget;
import org.obnova.host.workstation.Scope;
import org.obnova.host.workstation.TargetState;
import org.obnova.host.workstation.Words;

/** Whether a store of root certificates has those of the service: what the workstation's setup says of it, and its way to mend it. */
public final class RootsCheck implements DiagnosticCheck {
    private static final Words REPAIR = new Words(
            "Нажмите «Исправить» или выполните obnova-host doctor --repair.",
            "Press «Repair» or run obnova-host doctor --repair.");

    private final PersonalTarget target;
    private final Subject subject;

    /** Of one store. */
    public RootsCheck(PersonalTarget target) {
        this.target = target;
        this.subject = new Subject(target.id(), target.title());
    }

    @Override
    public String id() {
        return subject.id();
    }

    @Override
    public Finding run() {
        TargetState state = target.check();
        Words detail = state.detail();
        Words hint = state.hint() == null ? REPAIR : state.hint();
        return switch (state.status()) {
            case READY, NOT_APPLICABLE -> subject.ok(detail.russian(), detail.english());
            case UNKNOWN -> subject.unknown("not-seen", detail.russian(), detail.english());
            case MISSING -> subject.warning("missing", detail, hint);
            case OUTDATED -> subject.problem("outdated", detail, hint);
            case DIFFERS -> subject.problem("differs", detail, hint);
            case BLOCKED -> subject.problem("blocked", detail, hint);
        };
    }

    /** The whole computer's is the administrator's. */
    @Override
    public Optional<Repair> repair(Finding finding) {
        return target.scope() == Scope.USER && !finding.reason().equals("blocked")
                ? Optional.of(target::install)
                : Optional.empty();
    }
}
