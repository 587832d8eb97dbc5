// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.site.Operation;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.task.Task;
import org.obnova.host.transfer.Imported;
import org.obnova.host.transfer.Imports;

/** {@code container.import}. */
record ContainerImportCommand(SiteAccess access, Supplier<Imports> imports) {
    WorkResult run(Task task, Request.ContainerImport request) {
        access.require(task, request.site(), Operation.BACKUP);
        Imported imported = imports.get().run(task);
        KeyContainer container = imported.container();
        List<X509CertificateHolder> chain = container.chain();
        return new WorkResult.Imported(
                chain.isEmpty() ? null : Thumbprint.sha256(chain.getFirst()),
                container.storage().id(),
                container.storage().label(task.language()),
                container.label(),
                imported.copied());
    }
}
