// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorTexts;
import org.obnova.host.fault.Fault;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.personalstore.Publishing;
import org.obnova.host.renewal.Renewals;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Task;

/** {@code certificate.publish}. What the site's own renewal has installed goes on with that; any other key is copied only where the site may have keys copied. */
record CertificatePublishCommand(SiteAccess access, Supplier<Publishing> publishing, Supplier<Renewals> renewals) {
    WorkResult run(Task task, Request.CertificatePublish request) {
        boolean renewed = renewals.get().installed(SiteAccess.site(task).origin(), request.certificate());
        access.require(task, request.site(), renewed ? Operation.RENEW : Operation.BACKUP);
        return new WorkResult.Published(publishing.get().publish(task, request.certificate(), renewed).stream()
                .map(each -> new WorkResult.Published.Store(
                        each.program(), each.state().wireName(), message(each.why(), task)))
                .toList());
    }

    private static @Nullable String message(@Nullable Fault why, Task task) {
        return why == null ? null : ErrorTexts.of(why, task.language().tag()).message();
    }
}
