// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import java.lang.reflect.Proxy;
import java.util.List;
import org.obnova.host.renewal.AbandonPrompt;
import org.obnova.host.renewal.OrphanKey;
import org.obnova.host.renewal.OrphanPrompt;
import org.obnova.host.renewal.RenewalState;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.PinState;
import org.obnova.host.storage.StorageKind;
import org.obnova.host.storage.StorageState;
import org.obnova.host.storage.TokenFacts.Manner;

/** Windows about keys that lie about, and about giving up, with sample data. */
final class SampleRenewals {
    /** The samples. */
    static final List<String> NAMES = List.of(
            "orphan.recorded",
            "orphan.unknown",
            "orphan.several",
            "abandon.key",
            "abandon.issued",
            "abandon.none",
            "abandon.away");

    private static final String SITE = "https://cabinet.example";

    private SampleRenewals() {}

    static String show(Windows windows, SampleTask task, String kind) {
        List<OrphanKey> keys = switch (kind) {
            case "recorded" -> List.of(key(computer(), true));
            case "unknown" -> List.of(key(computer(), false));
            default -> List.of(key(computer(), false), key(token(), true), key(token(), false));
        };
        return switch (windows.orphan().offer(task, keys)) {
            case OrphanPrompt.Answer.Use(OrphanKey key) -> "USE " + (keys.indexOf(key) + 1);
            case OrphanPrompt.Answer.MakeNew() -> "NEW";
        };
    }

    static String abandon(Windows windows, SampleTask task, String kind) {
        return windows.abandon()
                .ask(
                        task,
                        new AbandonPrompt.Question(
                                SITE,
                                "A-2026-000142",
                                switch (kind) {
                                    case "none" -> RenewalState.INTENDED;
                                    case "issued" -> RenewalState.ISSUED;
                                    default -> RenewalState.REQUESTED;
                                },
                                kind.equals("key") || kind.equals("issued") ? container(computer()) : null,
                                kind.equals("away")))
                .toString();
    }

    private static OrphanKey key(KeyStorage storage, boolean recorded) {
        return new OrphanKey(container(storage), recorded ? SITE : null, recorded ? "A-2026-000142" : null);
    }

    private static KeyStorage computer() {
        return SampleStorage.of("Этот компьютер", "This computer", StorageKind.COMPUTER, StorageState.READY);
    }

    private static KeyStorage token() {
        return SampleStorage.token("Рутокен Lite «Запасной»", Manner.PASSIVE, PinState.OK);
    }

    @SuppressWarnings("ReferenceEquality") // A stand-in is equal to itself alone.
    private static KeyContainer container(KeyStorage storage) {
        return (KeyContainer) Proxy.newProxyInstance(
                SampleRenewals.class.getClassLoader(),
                new Class<?>[] {KeyContainer.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "label" -> "Иванова Анна Петровна";
                    case "storage" -> storage;
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
