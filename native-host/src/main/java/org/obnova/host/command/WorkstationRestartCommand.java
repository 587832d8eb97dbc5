// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.function.Supplier;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.messaging.WorkstationResult;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Task;
import org.obnova.host.workstation.ComputerRestart;
import org.obnova.host.workstation.Restart;
import org.obnova.host.workstation.RestartPrompt;
import org.obnova.host.workstation.Workstation;

/** {@code workstation.restart}: a site asks, this computer's state permits, the person decides. */
record WorkstationRestartCommand(
        SiteAccess access,
        Supplier<Workstation> workstation,
        Supplier<RestartPrompt> prompt,
        Supplier<ComputerRestart> computer) {
    WorkResult run(Task task, Request.WorkstationRestart request) {
        access.require(task, request.site(), Operation.WORKSTATION);
        if (workstation.get().awaitedRestart(task) != Restart.COMPUTER) {
            throw new Fault(ErrorCode.RESTART_NOT_NEEDED, "nothing waits for a restart");
        }
        prompt.get().confirm(task);
        computer.get().restart();
        return new WorkstationResult.Restarting();
    }
}
