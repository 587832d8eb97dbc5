// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.inventory;

import java.util.ArrayList;
import java.util.List;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.token.wire.TokenInfo;

/**
 * What was there at one moment.
 *
 * @param tokens each once
 * @param notListed what may be there and cannot be used
 */
record Inventory(List<SeenToken> tokens, List<NotListed> notListed) {
    Inventory {
        tokens = List.copyOf(tokens);
        notListed = List.copyOf(notListed);
    }

    /** Equal as long as nothing has changed that a person would see, and each token has stayed where it was. */
    List<String> fingerprint() {
        List<String> prints = new ArrayList<>();
        for (SeenToken seen : tokens) {
            TokenInfo token = seen.token();
            prints.add(String.join(
                    "\n",
                    seen.driver().module().toString(),
                    String.valueOf(seen.driver().generation()),
                    String.valueOf(seen.slot().slotId()),
                    token.manufacturer(),
                    token.model(),
                    token.serial(),
                    token.label(),
                    Long.toHexString(token.flags())));
        }
        for (NotListed each : notListed) {
            prints.add(each.reason() + "\n" + each.name() + "\n"
                    + each.messageText().en());
        }
        return prints;
    }
}
