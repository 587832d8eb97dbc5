// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.time.InstantSource;
import java.util.Optional;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyMark;
import org.obnova.host.storage.Storages;

/** Brings an entry of the journal up to what lies on the media, which own keys and certificates. Changes nothing on disk. */
final class Reconciliation {
    private final Storages storages;
    private final InstantSource clock;

    Reconciliation(Storages storages, InstantSource clock) {
        this.storages = storages;
        this.clock = clock;
    }

    /** As {@link #of}; the entry itself where a medium cannot be read. */
    Entry asFarAsSeen(Entry entry) {
        try {
            return of(entry);
        } catch (Fault e) {
            return entry;
        }
    }

    /**
     * The entry as it is true now; the entry itself where it was.
     *
     * @throws Fault of a medium that cannot be read: then nobody knows whether the key is there
     */
    Entry of(Entry entry) {
        if (!entry.state().isBefore(RenewalState.INSTALLED)) {
            return entry;
        }
        return container(entry).map(found -> advanced(entry, found)).orElse(entry);
    }

    /** The container of the renewal's key: on its medium, else wherever it was taken to. */
    Optional<KeyContainer> container(Entry entry) {
        KeyMark mark = entry.mark();
        if (mark == null) {
            return Optional.empty();
        }
        String medium = entry.storageId();
        return Optional.ofNullable(medium)
                .flatMap(storages::find)
                .flatMap(storage -> storage.read().stream()
                        .filter(each -> each.carries(mark))
                        .findFirst())
                .or(() -> storages.containerOf(mark));
    }

    private Entry advanced(Entry entry, KeyContainer found) {
        String storage = found.storage().id();
        if (!found.chain().isEmpty()) {
            return entry.keyOf(found.publicKey())
                    .installed(storage, Thumbprint.sha256(found.chain().getFirst()), clock.instant());
        }
        return entry.state() == RenewalState.INTENDED
                ? entry.keyMade(found.publicKey(), storage, clock.instant())
                : entry;
    }
}
