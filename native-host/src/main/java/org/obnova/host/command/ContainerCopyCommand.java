// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.function.Supplier;
import org.obnova.host.backup.Backups;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Task;

/** {@code container.copy}. */
record ContainerCopyCommand(SiteAccess access, Supplier<Backups> backups) {
    WorkResult run(Task task, Request.ContainerCopy request) {
        access.require(task, request.site(), Operation.BACKUP);
        return new WorkResult.Copied(
                backups.get().copy(task, request.certificate()).storageLabel());
    }
}
