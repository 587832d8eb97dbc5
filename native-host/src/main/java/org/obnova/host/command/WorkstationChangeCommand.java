// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorTexts;
import org.obnova.host.fault.Fault;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.messaging.WorkstationResult;
import org.obnova.host.messaging.WorkstationResult.Changed.Failure;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Task;
import org.obnova.host.workstation.Direction;
import org.obnova.host.workstation.Outcome;
import org.obnova.host.workstation.Restart;
import org.obnova.host.workstation.Scope;
import org.obnova.host.workstation.Workstation;

/** {@code workstation.install} and {@code workstation.uninstall}: a page starts the person's targets only. */
record WorkstationChangeCommand(SiteAccess access, Supplier<Workstation> workstation) {
    WorkResult run(Task task, Request.WorkstationChange request) {
        access.require(task, request.site(), Operation.WORKSTATION);
        Workstation here = workstation.get();
        List<Outcome> outcomes = here.change(
                task,
                here.service(request.service()),
                Set.copyOf(request.targets()),
                Scope.USER,
                request.uninstall() ? Direction.UNINSTALL : Direction.INSTALL);
        ShownToPages shown = ShownToPages.of(here.root());
        return new WorkstationResult.Changed(
                outcomes.stream()
                        .map(each -> new WorkstationResult.Changed.Outcome(
                                each.target().id(),
                                each.state().status().wireName(),
                                failure(each.fault(), task, shown)))
                        .toList(),
                restart(task, here, outcomes).wireName());
    }

    /** Who restarts the computer has restarted the browser. */
    private static Restart restart(Task task, Workstation here, List<Outcome> outcomes) {
        return here.awaitedRestart(task) == Restart.COMPUTER ? Restart.COMPUTER : Workstation.restart(outcomes);
    }

    private static @Nullable Failure failure(@Nullable Fault fault, Task task, ShownToPages shown) {
        if (fault == null) {
            return null;
        }
        ErrorTexts.Text text = ErrorTexts.of(fault, task.language().tag());
        return new Failure(fault.code().wireName(), shown.masked(text.message()), shown.masked(text.hint()));
    }
}
