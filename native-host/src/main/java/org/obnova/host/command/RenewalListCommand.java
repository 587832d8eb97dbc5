// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.messaging.Der;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.renewal.Renewal;
import org.obnova.host.renewal.Renewals;
import org.obnova.host.site.Operation;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.task.Task;

/** {@code renewal.list}: only what this site began. */
record RenewalListCommand(SiteAccess access, Supplier<Renewals> renewals) {
    WorkResult run(Task task, Request.RenewalList request) {
        String origin = access.require(task, request.site(), Operation.RENEW);
        Page<Renewal> page =
                Page.of(renewals.get().list(origin), Renewal::id, RenewalListCommand::size, request.cursor());
        return new WorkResult.Renewals(
                page.entries().stream().map(each -> shown(each, task)).toList(), page.next());
    }

    private static int size(Renewal renewal) {
        byte[] request = renewal.request();
        return Page.ENTRY_OVERHEAD + (request == null ? 0 : request.length * 4 / 3);
    }

    private static WorkResult.Renewals.Renewal shown(Renewal renewal, Task task) {
        @Nullable KeyStorage storage = renewal.storage();
        byte[] request = renewal.request();
        return new WorkResult.Renewals.Renewal(
                renewal.id(),
                renewal.application(),
                renewal.state().wireName(),
                renewal.algorithm().wireName(),
                storage == null ? null : storage.id(),
                storage == null ? null : storage.label(task.language()),
                renewal.updated(),
                request == null ? null : Der.of(request),
                renewal.certificate(),
                renewal.keyMissing());
    }
}
