// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import org.obnova.host.messaging.WorkResult;
import org.obnova.host.site.Consents;

/** {@code consents.list}: for the extension's own pages. */
record ConsentsListCommand(Consents consents) {
    WorkResult run() {
        return new WorkResult.Consents(consents.all().stream()
                .map(c -> new WorkResult.Consents.Consent(
                        c.origin(), c.operation().wireName(), c.given()))
                .toList());
    }
}
