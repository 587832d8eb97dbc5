// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.function.Supplier;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.site.Operation;
import org.obnova.host.storage.PinChange;
import org.obnova.host.task.Task;

/** {@code pin.change}. */
record PinChangeCommand(SiteAccess access, Supplier<PinChange> change) {
    WorkResult run(Task task, Request.PinChange request) {
        access.require(task, request.site(), Operation.RENEW);
        change.get().change(task, request.storage());
        return new WorkResult.PinChanged();
    }
}
