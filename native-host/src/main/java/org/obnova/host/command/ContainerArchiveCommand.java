// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.function.Supplier;
import org.obnova.host.backup.Archive;
import org.obnova.host.backup.Archived;
import org.obnova.host.messaging.ArchiveResult;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Task;

/** {@code container.archive}. */
record ContainerArchiveCommand(SiteAccess access, Supplier<Archive> archive) {
    WorkResult run(Task task, Request.ContainerArchive request) {
        access.require(task, request.site(), Operation.BACKUP);
        Archived archived = archive.get().archive(task, request.certificates());
        return new ArchiveResult.Archived(
                archived.certificates(),
                archived.left().stream()
                        .map(each -> new ArchiveResult.Archived.Left(
                                each.certificate(), each.reason().wireName()))
                        .toList());
    }
}
