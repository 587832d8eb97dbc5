// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.function.Supplier;
import org.obnova.host.messaging.Der;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.signature.DocumentSigning;
import org.obnova.host.signature.DocumentText;
import org.obnova.host.signature.Signed;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Task;

/** {@code document.sign}. A text that cannot be signed is refused before the person is asked for anything. */
record DocumentSignCommand(SiteAccess access, Supplier<DocumentSigning> signing) {
    WorkResult run(Task task, Request.DocumentSign request) {
        DocumentText document = new DocumentText(request.text());
        access.require(task, request.site(), Operation.SIGN);
        Signed signed =
                signing.get().sign(task, kind(request.kind()), request.title(), document.text(), request.certificate());
        return new WorkResult.Signed(null, Der.of(signed.cms()), CertificatesListCommand.der(signed.certificate()));
    }

    private static DocumentPrompt.Kind kind(Request.DocumentKind kind) {
        return switch (kind) {
            case STATEMENT -> DocumentPrompt.Kind.STATEMENT;
            case RECEIPT -> DocumentPrompt.Kind.RECEIPT;
        };
    }
}
