// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Storages;

/** Renewals as they are shown: brought up to what lies on the media, as far as those can be read. */
final class RenewalList {
    private final Journal journal;
    private final Storages storages;
    private final Reconciliation reconciliation;

    RenewalList(Journal journal, Storages storages, Reconciliation reconciliation) {
        this.journal = journal;
        this.storages = storages;
        this.reconciliation = reconciliation;
    }

    /**
     * Those under way or done, latest first.
     *
     * @param origin whose; null: all
     * @param abandoned whether those that were given up are wanted too
     */
    List<Renewal> of(@Nullable String origin, boolean abandoned) {
        return journal.all().stream()
                .filter(each -> origin == null || each.order().origin().equals(origin))
                .filter(each -> abandoned || each.isLiving())
                .map(reconciliation::asFarAsSeen)
                .sorted(Comparator.comparing(Entry::updated).reversed())
                .map(this::shown)
                .toList();
    }

    private Renewal shown(Entry entry) {
        RenewalOrder order = entry.order();
        // Before the key is there, the medium is only a plan.
        boolean made = entry.state() != RenewalState.INTENDED;
        KeyStorage storage = made
                ? Optional.ofNullable(entry.storageId()).flatMap(storages::find).orElse(null)
                : null;
        return new Renewal(
                entry.id(),
                order.origin(),
                order.application(),
                entry.state(),
                order.algorithm(),
                storage,
                entry.updated(),
                entry.request(),
                entry.certificate(),
                made && entry.isLiving() && !isAtHand(entry));
    }

    private boolean isAtHand(Entry entry) {
        try {
            return reconciliation.container(entry).isPresent();
        } catch (Fault e) {
            // What cannot be read is not at hand.
            return false;
        }
    }
}
