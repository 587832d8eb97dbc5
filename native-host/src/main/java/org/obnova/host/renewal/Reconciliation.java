// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.time.InstantSource;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyMark;
import org.obnova.host.storage.StorageState;
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
            return entry; // Or abandoned: then nobody asks how far it came.
        }
        Optional<KeyContainer> found = container(entry);
        if (found.isEmpty() && entry.state() == RenewalState.INTENDED) {
            requireMediumSeen(entry);
        }
        return found.map(container -> advanced(entry, container)).orElse(entry);
    }

    /** A key was about to be made: where its medium's driver is down it may lie there, and must not be made once more beside it. */
    private void requireMediumSeen(Entry entry) {
        String medium = entry.storageId();
        if (entry.mark() != null && medium != null && storages.find(medium).isEmpty()) {
            storages.failedDriver().ifPresent(failure -> {
                throw failure;
            });
        }
    }

    /** The container of the renewal's key: on its medium, else wherever it was taken to. */
    Optional<KeyContainer> container(Entry entry) {
        KeyMark mark = entry.mark();
        return mark == null ? Optional.empty() : onItsMedium(entry).or(() -> storages.containerOf(mark));
    }

    /** The container of the renewal's key on the medium that its record names, and nowhere else. */
    Optional<KeyContainer> onItsMedium(Entry entry) {
        KeyMark mark = entry.mark();
        return mark == null
                ? Optional.empty()
                : Optional.ofNullable(entry.storageId())
                        .flatMap(storages::find)
                        .flatMap(storage -> storage.read().stream()
                                .filter(each -> each.carries(mark))
                                .findFirst());
    }

    /** A certificate of another key, which any program may have put beside it, installs nothing; nor one from before there was a request. */
    private static boolean holdsItsCertificate(Entry entry, KeyContainer found) {
        SubjectPublicKeyInfo key = entry.publicKey();
        return key != null
                && !found.chain().isEmpty()
                && PublicKeys.same(found.chain().getFirst().getSubjectPublicKeyInfo(), key);
    }

    /**
     * The medium on which the key was lies at hand: what is not found there is gone.
     *
     * @throws Fault {@code STORAGE_NOT_FOUND}; of a medium that cannot be read
     */
    void requireMedium(Entry entry) {
        String medium = entry.storageId();
        boolean atHand = medium == null
                || storages.find(medium)
                        .filter(each -> each.state() != StorageState.ABSENT)
                        .isPresent();
        if (!atHand) {
            throw storages.missing(ErrorCode.STORAGE_NOT_FOUND, "the key's medium is not at hand");
        }
    }

    private Entry advanced(Entry entry, KeyContainer found) {
        String storage = found.storage().id();
        if (holdsItsCertificate(entry, found)) {
            return entry.installed(storage, Thumbprint.sha256(found.chain().getFirst()), clock.instant());
        }
        return entry.state() == RenewalState.INTENDED
                ? entry.keyMade(found.publicKey(), storage, clock.instant())
                : entry;
    }
}
