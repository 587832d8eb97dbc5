// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.function.Supplier;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Task;
import org.obnova.host.transfer.Exported;
import org.obnova.host.transfer.Exports;

/** {@code container.export}. */
record ContainerExportCommand(SiteAccess access, Supplier<Exports> exports) {
    WorkResult run(Task task, Request.ContainerExport request) {
        access.require(task, request.site(), Operation.BACKUP);
        Exported exported = exports.get().run(task, request.certificate());
        return new WorkResult.Exported(exported.fileName(), exported.format().wireName());
    }
}
