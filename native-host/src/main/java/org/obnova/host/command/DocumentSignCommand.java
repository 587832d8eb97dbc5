// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.function.Supplier;
import org.obnova.host.messaging.Der;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.renewal.Renewals;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.signature.DocumentSigning;
import org.obnova.host.signature.DocumentText;
import org.obnova.host.signature.Signed;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Task;

/** {@code document.sign}; a receipt is noted down with its renewal. A text that cannot be signed is refused before the person is asked for anything. */
record DocumentSignCommand(SiteAccess access, Supplier<DocumentSigning> signing, Supplier<Renewals> renewals) {
    WorkResult run(Task task, Request.DocumentSign request) {
        DocumentText document = new DocumentText(request.text());
        String origin = access.require(task, request.site(), Operation.SIGN);
        String renewal = request.renewal();
        if (renewal != null) {
            renewals.get().requireReceivable(origin, renewal);
        }
        Signed signed =
                signing.get().sign(task, kind(request.kind()), request.title(), document.text(), request.certificate());
        if (renewal != null) {
            renewals.get().receiptSigned(task, origin, renewal);
        }
        return new WorkResult.Signed(null, Der.of(signed.cms()), CertificatesListCommand.der(signed.certificate()));
    }

    private static DocumentPrompt.Kind kind(Request.DocumentKind kind) {
        return switch (kind) {
            case STATEMENT -> DocumentPrompt.Kind.STATEMENT;
            case RECEIPT -> DocumentPrompt.Kind.RECEIPT;
        };
    }
}
