// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.function.Supplier;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.renewal.AbandonPrompt;
import org.obnova.host.renewal.KeyFate;
import org.obnova.host.renewal.Renewals;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Task;

/** {@code renewal.abandon}: what becomes of the key, the person says in the host's window. */
record RenewalAbandonCommand(SiteAccess access, Supplier<Renewals> renewals, Supplier<AbandonPrompt> prompt) {
    WorkResult run(Task task, Request.RenewalAbandon request) {
        String origin = access.require(task, request.site(), Operation.RENEW);
        KeyFate key = renewals.get().abandon(task, origin, request.renewal(), prompt.get());
        return new WorkResult.Abandoned(key.wireName());
    }
}
