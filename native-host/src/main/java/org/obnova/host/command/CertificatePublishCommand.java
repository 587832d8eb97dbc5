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
import org.obnova.host.site.Operation;
import org.obnova.host.task.Task;

/** {@code certificate.publish}. */
record CertificatePublishCommand(SiteAccess access, Supplier<Publishing> publishing) {
    WorkResult run(Task task, Request.CertificatePublish request) {
        access.require(task, request.site(), Operation.RENEW);
        return new WorkResult.Published(publishing.get().publish(task, request.certificate()).stream()
                .map(each -> new WorkResult.Published.Store(
                        each.program(), each.state().wireName(), message(each.why(), task)))
                .toList());
    }

    private static @Nullable String message(@Nullable Fault why, Task task) {
        return why == null ? null : ErrorTexts.of(why, task.language().tag()).message();
    }
}
