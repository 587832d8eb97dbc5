// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.function.Supplier;
import org.obnova.host.backup.BackupNotes;
import org.obnova.host.backup.KnownBackups;
import org.obnova.host.backup.KnownBackups.Known;
import org.obnova.host.messaging.ArchiveResult;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Task;

/** {@code backups.list}. */
record BackupsListCommand(SiteAccess access, Supplier<BackupNotes> notes) {
    /** Of a name that is kept, in octets of JSON. */
    private static final int LABEL_OCTETS = 1_200;

    WorkResult run(Task task, Request.BackupsList request) {
        access.require(task, request.site(), Operation.BACKUP);
        KnownBackups known = notes.get().known(task);
        Page<Known> page = Page.of(
                known.copies(), BackupsListCommand::key, each -> Page.ENTRY_OVERHEAD + LABEL_OCTETS, request.cursor());
        return new ArchiveResult.Backups(
                page.entries().stream()
                        .map(each -> new ArchiveResult.Backups.Backup(
                                each.backup().certificate(),
                                each.backup().storageId(),
                                each.label(),
                                each.backup().made(),
                                each.present()))
                        .toList(),
                known.incomplete(),
                page.next());
    }

    /** Ids of media may be as long as a cursor alone. */
    private static String key(Known known) {
        return known.backup().certificate() + "-"
                + Integer.toHexString(known.backup().storageId().hashCode());
    }
}
