// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.request.ReceivedRequest;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyMark;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.Task;

/**
 * Makes an entry anew from what others know: the request that the authority holds, what is left of a damaged record, and the key that lies on a medium. The caller holds the
 * renewal's lock.
 */
final class Rebuilding {
    private final Journal journal;
    private final Storages storages;
    private final OrphanKeys orphans;
    private final InstantSource clock;

    Rebuilding(Journal journal, Storages storages, OrphanKeys orphans, InstantSource clock) {
        this.journal = journal;
        this.storages = storages;
        this.orphans = orphans;
        this.clock = clock;
    }

    /**
     * Reads an entry; a damaged one is kept aside, and rebuilt as far as it goes.
     *
     * @throws Fault {@code JOURNAL_NEWER}, those of media
     */
    Optional<Entry> read(RenewalOrder order) {
        String id = Journal.id(order.origin(), order.application());
        try {
            return journal.read(id);
        } catch (Fault e) {
            if (e.code() != ErrorCode.JOURNAL_DAMAGED) {
                throw e;
            }
        }
        Salvage salvage = journal.salvage(id);
        journal.keepAside(id);
        return salvaged(id, order, salvage);
    }

    /** The request is for this holder and algorithm, and was signed by its key. */
    static void requireFor(RenewalOrder order, ReceivedRequest request) {
        if (!isFor(order, request)) {
            throw new Fault(ErrorCode.RENEWAL_CONFLICT, "the request is for other data");
        }
    }

    /**
     * The entry with the request that the authority holds.
     *
     * @param known what the journal says, up to date with the media; null when nothing
     * @throws Fault {@code CONTAINER_NOT_FOUND} when its key is on no medium at hand; {@code RENEWAL_CONFLICT} when another renewal has the key, or this one a certificate of
     *     another
     */
    Entry ofRequest(Task task, @Nullable Entry known, RenewalOrder order, ReceivedRequest request) {
        if (known != null && known.isLiving()) {
            if (has(known, request.publicKey()) && known.state() != RenewalState.INTENDED) {
                return known.state().isBefore(RenewalState.ISSUED) && !Arrays.equals(known.request(), request.der())
                        ? journal.write(known.requested(request.der(), clock.instant()))
                        : known;
            }
            if (!known.state().isBefore(RenewalState.INSTALLED)) {
                throw new Fault(ErrorCode.RENEWAL_CONFLICT, "a certificate of another key is installed");
            }
        }
        KeyContainer container = storages.containerOf(new KeyMark.OfPublicKey(request.publicKey()))
                .orElseThrow(() ->
                        storages.missing(ErrorCode.CONTAINER_NOT_FOUND, "no medium at hand holds the request's key"));
        return adopted(task, known, order, container, request);
    }

    private Entry adopted(
            Task task, @Nullable Entry known, RenewalOrder order, KeyContainer container, ReceivedRequest request) {
        String id = Journal.id(order.origin(), order.application());
        try (InterProcessLock _ = journal.lockKeys(task);
                Task.Uncancellable _ = task.writing()) {
            if (orphans.isTaken(container, id)) {
                throw new Fault(ErrorCode.RENEWAL_CONFLICT, "another renewal goes on with this key");
            }
            if (known != null) {
                journal.keepPast(known);
            }
            return journal.write(made(id, order, container).requested(request.der(), clock.instant()));
        }
    }

    private Optional<Entry> salvaged(String id, RenewalOrder order, Salvage salvage) {
        SubjectPublicKeyInfo key = salvage.publicKey();
        if (key == null || !isOf(order.algorithm(), key)) {
            return Optional.empty();
        }
        Optional<KeyContainer> container =
                storages.containerOf(new KeyMark.OfPublicKey(key)).filter(each -> !orphans.isTaken(each, id));
        ReceivedRequest request = salvage.request();
        if (request == null) {
            return container.map(found -> journal.write(made(id, order, found)));
        }
        if (!isFor(order, request)) {
            return Optional.empty();
        }
        String storage = container.map(found -> found.storage().id()).orElse(salvage.storageId());
        return storage == null
                ? Optional.empty()
                : Optional.of(journal.write(Entry.intended(id, order, clock.instant())
                        .keyMade(key, storage, clock.instant())
                        .requested(request.der(), clock.instant())));
    }

    private Entry made(String id, RenewalOrder order, KeyContainer container) {
        return Entry.intended(id, order, clock.instant())
                .keyMade(container.publicKey(), container.storage().id(), clock.instant());
    }

    private static boolean isFor(RenewalOrder order, ReceivedRequest request) {
        return request.subject().equals(order.subject().toX500Name()) && isOf(order.algorithm(), request.publicKey());
    }

    private static boolean isOf(KeyAlgorithm algorithm, SubjectPublicKeyInfo key) {
        return PublicKeys.algorithm(key).filter(algorithm::equals).isPresent();
    }

    private static boolean has(Entry entry, SubjectPublicKeyInfo key) {
        SubjectPublicKeyInfo known = entry.publicKey();
        return known != null && PublicKeys.same(known, key);
    }
}
