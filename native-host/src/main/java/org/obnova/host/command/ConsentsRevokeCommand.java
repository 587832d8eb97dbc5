// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.decryption.KeptContents;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.site.ConsentDesk;
import org.obnova.host.site.Consents;
import org.obnova.host.site.Operation;

/** {@code consents.revoke}: for the extension's own pages. What was allowed for the moment ends too, and what was decrypted is kept no longer. */
record ConsentsRevokeCommand(Consents consents, ConsentDesk desk, Supplier<KeptContents> kept) {
    WorkResult run(Request.ConsentsRevoke request) {
        String name = request.operation();
        @Nullable
        Operation operation = name == null ? null : Operation.ofWireName(name).orElseThrow();
        int revoked = consents.revoke(request.origin(), operation);
        desk.forget(request.origin(), operation);
        if (operation == null || operation == Operation.DECRYPT) {
            kept.get().forgetSite(request.origin());
        }
        return new WorkResult.Revoked(revoked);
    }
}
