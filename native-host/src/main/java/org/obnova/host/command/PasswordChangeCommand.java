// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.function.Supplier;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.site.Operation;
import org.obnova.host.storage.PasswordChange;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.Task;

/** {@code password.change}. */
record PasswordChangeCommand(SiteAccess access, Supplier<Storages> storages) {
    WorkResult run(Task task, Request.PasswordChange request) {
        access.require(task, request.site(), Operation.BACKUP);
        new PasswordChange(storages.get()).change(task, request.certificate());
        return new WorkResult.PasswordChanged();
    }
}
