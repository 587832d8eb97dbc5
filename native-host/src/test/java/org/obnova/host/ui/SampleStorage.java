// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.PinState;
import org.obnova.host.storage.StorageKind;
import org.obnova.host.storage.StorageState;
import org.obnova.host.storage.TokenFacts;
import org.obnova.host.task.Language;

/** Media that are only looked at: whatever else is asked of them fails. */
final class SampleStorage {
    private SampleStorage() {}

    static KeyStorage of(String russian, String english, StorageKind kind, StorageState state) {
        return of(russian, english, kind, state, Optional.empty());
    }

    /** A token that is ready. */
    static KeyStorage token(String name, TokenFacts.Manner manner, PinState pin) {
        return of(
                name,
                name,
                StorageKind.TOKEN,
                StorageState.READY,
                Optional.of(new TokenFacts("sample", manner, pin, 1, 2, Set.of())));
    }

    private static KeyStorage of(
            String russian, String english, StorageKind kind, StorageState state, Optional<TokenFacts> token) {
        return (KeyStorage) Proxy.newProxyInstance(
                SampleStorage.class.getClassLoader(),
                new Class<?>[] {KeyStorage.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "id" -> english;
                    case "kind" -> kind;
                    case "state" -> state;
                    case "token" -> token;
                    case "label" -> arguments[0] == Language.RU ? russian : english;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
