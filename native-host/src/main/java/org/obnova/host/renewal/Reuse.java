// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.StorageKind;
import org.obnova.host.storage.StorageState;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/**
 * Instead of a new key, one that lies at hand: of the same algorithm, on a medium that can be written (the ordered one, if one is), made for this site and application, or, where nothing is
 * on record of it, named after the same holder. The caller holds the renewal's lock.
 */
public final class Reuse {
    private final OrphanKeys orphans;
    private final OrphanPrompt prompt;
    private final InstantSource clock;

    /** Asks through this port. */
    public Reuse(OrphanKeys orphans, OrphanPrompt prompt, InstantSource clock) {
        this.orphans = orphans;
        this.prompt = prompt;
        this.clock = clock;
    }

    /**
     * The entry with the key that the person chose, written down; with its request, where one was made for the same order. Empty where nothing fits, or a new key is wanted.
     *
     * @throws Fault {@code CANCELLED}, those of the journal
     */
    Optional<Entry> instead(Task task, Entry intended, Journal journal) {
        List<OrphanKey> fitting = orphans.all().stream()
                .filter(each -> fits(each, intended.order()))
                .toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        task.waiting(Step.CHOOSE_STORAGE);
        return switch (prompt.offer(task, fitting)) {
            case OrphanPrompt.Answer.MakeNew() -> Optional.empty();
            case OrphanPrompt.Answer.Use(OrphanKey key) -> {
                Entry taken = taken(task, intended, journal, key);
                // Another host was faster: what is left is looked at anew.
                yield taken == null ? instead(task, intended, journal) : Optional.of(taken);
            }
        };
    }

    private @Nullable Entry taken(Task task, Entry intended, Journal journal, OrphanKey key) {
        KeyContainer container = key.container();
        try (InterProcessLock _ = journal.lockKeys(task);
                Task.Uncancellable _ = task.writing()) {
            if (!orphans.isFree(container, intended.id())) {
                return null;
            }
            journal.keepPast(intended);
            Entry made = Entry.intended(intended.id(), intended.order(), clock.instant())
                    .keyMade(container.publicKey(), container.storage().id(), clock.instant());
            return journal.write(orphans.recordOf(container, intended.order())
                    .flatMap(each -> Optional.ofNullable(each.request()))
                    .map(request -> made.requested(request, clock.instant()))
                    .orElse(made));
        }
    }

    private static boolean fits(OrphanKey key, RenewalOrder order) {
        KeyContainer container = key.container();
        String ordered = order.storageId();
        return container.takesCertificate()
                && PublicKeys.algorithm(container.publicKey())
                        .filter(order.algorithm()::equals)
                        .isPresent()
                && container.storage().state() == StorageState.READY
                && (ordered == null || ordered.equals(container.storage().id()))
                && isMeantFor(key, order);
    }

    private static boolean isMeantFor(OrphanKey key, RenewalOrder order) {
        if (key.origin() == null) {
            // Anybody can lay a key of their own making on a drive, under this holder's name and without a password.
            StorageKind kind = key.container().storage().kind();
            boolean guarded = kind == StorageKind.COMPUTER || kind == StorageKind.TOKEN;
            return guarded
                    && key.container()
                            .label()
                            .strip()
                            .equalsIgnoreCase(order.subject().commonName().strip());
        }
        return key.origin().equals(order.origin()) && order.application().equals(key.application());
    }
}
