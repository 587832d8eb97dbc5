// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.HashMap;
import java.util.Map;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.token.inventory.SeenToken;
import org.obnova.host.storage.token.inventory.TokenStorages;

/** The storages of all tokens that were seen, one for each: what is known of a token outlives its removal. One for the host. */
public final class TokenMedia implements TokenStorages {
    private final TokenRoom room;
    private final Map<TokenIdentity, TokenStorage> storages = new HashMap<>();

    /** Nothing was seen yet. */
    public TokenMedia(TokenRoom room) {
        this.room = room;
    }

    @Override
    public KeyStorage of(SeenToken seen) {
        TokenStorage storage;
        synchronized (storages) {
            storage = storages.computeIfAbsent(
                    TokenIdentity.of(seen.token()), identity -> new TokenStorage(new Token(identity), room));
        }
        storage.medium().seen(seen);
        return storage;
    }
}
