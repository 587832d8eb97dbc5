// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.obnova.host.messaging.Der;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.signature.DocumentSigning;
import org.obnova.host.signature.LoginText;
import org.obnova.host.signature.Signed;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Language;
import org.obnova.host.task.Task;

/** {@code authentication.sign}: the host itself builds the text, so that a site cannot have its own text signed as a login. */
record AuthenticationSignCommand(SiteAccess access, Supplier<DocumentSigning> signing, InstantSource clock) {
    WorkResult run(Task task, Request.AuthenticationSign request) {
        String origin = access.require(task, request.site(), Operation.SIGN);
        String text = LoginText.of(origin, request.nonce(), clock.instant());
        String title = task.language() == Language.RU ? "Вход на сайт" : "Login to the site";
        Signed signed =
                signing.get().sign(task, DocumentPrompt.Kind.AUTHENTICATION, title, text, request.certificate());
        return new WorkResult.Signed(text, Der.of(signed.cms()), CertificatesListCommand.der(signed.certificate()));
    }
}
