// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.function.Supplier;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.site.Operation;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.Task;

/** {@code storages.list}. */
record StoragesListCommand(SiteAccess access, Supplier<Storages> storages) {
    WorkResult run(Task task, Request.StoragesList request) {
        access.require(task, request.site(), Operation.STORAGES);
        return new WorkResult.Storages(storages.get().all().stream()
                .map(storage -> new WorkResult.Storages.Storage(
                        storage.id(),
                        storage.kind().wireName(),
                        storage.label(task.language()),
                        storage.state().wireName()))
                .toList());
    }
}
