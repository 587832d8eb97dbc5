// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.function.Supplier;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.renewal.Renewals;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Task;

/** {@code renewal.resume}. */
record RenewalResumeCommand(SiteAccess access, Supplier<Renewals> renewals) {
    WorkResult run(Task task, Request.RenewalResume request) {
        String origin = access.require(task, request.site(), Operation.RENEW);
        return MadeReply.of(renewals.get().resume(task, origin, request.renewal()), task, true);
    }
}
