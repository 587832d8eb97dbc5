// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.obnova.host.storage.token.driver.Driver;
import org.obnova.host.storage.token.wire.SlotFacts;
import org.obnova.host.storage.token.wire.TokenInfo;

/** The storages of all tokens that were seen, one for each: what is known of a token outlives its removal. One for the host. */
public final class TokenStorages {
    private final TokenRoom room;
    private final Map<TokenIdentity, Token> tokens = new HashMap<>();
    private final Map<TokenIdentity, TokenStorage> storages = new HashMap<>();

    /** Nothing was seen yet. */
    public TokenStorages(TokenRoom room) {
        this.room = room;
    }

    /**
     * The storage of the token in this slot.
     *
     * @param generation of the driver when the slot was listed
     * @throws IllegalArgumentException when there is no token in it
     */
    public synchronized TokenStorage seen(Driver driver, long generation, SlotFacts slot) {
        TokenInfo info = slot.token();
        if (info == null) {
            throw new IllegalArgumentException("no token in the slot");
        }
        TokenIdentity identity = TokenIdentity.of(info);
        Token token = tokens.computeIfAbsent(identity, Token::new);
        token.seen(driver, generation, slot);
        return storages.computeIfAbsent(identity, id -> new TokenStorage(token, room));
    }

    /** Only these are there now. */
    public synchronized void present(Collection<TokenStorage> there) {
        Set<String> ids = new HashSet<>();
        there.forEach(each -> ids.add(each.id()));
        tokens.forEach((identity, token) -> {
            if (!ids.contains(identity.storageId())) {
                token.gone();
            }
        });
    }
}
