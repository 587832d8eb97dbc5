// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyMark;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.Task;

/**
 * Keys without a certificate that no renewal under way names, on all media at hand: what an attempt left that was given up, or whose record was lost. They are never removed
 * but by the person's word for each.
 */
public final class OrphanKeys {
    private final Journal journal;
    private final Storages storages;

    /** Looks on these media, beside this journal. */
    public OrphanKeys(Journal journal, Storages storages) {
        this.journal = journal;
        this.storages = storages;
    }

    /** All at hand, of each medium in the order in which it lists them. Media that cannot be read are left out. */
    public List<OrphanKey> all() {
        List<KeyContainer> bare = new ArrayList<>();
        List<SubjectPublicKeyInfo> certified = new ArrayList<>();
        for (KeyStorage storage : storages.settled()) {
            for (KeyContainer each : storage.containers()) {
                if (each.chain().isEmpty()) {
                    bare.add(each);
                } else {
                    certified.add(each.publicKey());
                }
            }
        }
        List<Journal.Found> records = journal.records();
        List<Entry> past = journal.past();
        return bare.stream()
                // A copy of a key whose certificate lies beside another copy is no orphan.
                .filter(each -> certified.stream().noneMatch(key -> PublicKeys.same(key, each.publicKey())))
                .filter(each -> records.stream().noneMatch(record -> names(record, each)))
                .map(each -> OrphanKey.of(each, madeFor(each, records, past)))
                .toList();
    }

    /** Whether journal records that cannot be read may name one of these keys. */
    public boolean uncertain() {
        return journal.records().stream()
                .anyMatch(each -> each.salvage() != null && each.salvage().publicKey() == null);
    }

    /**
     * Removes one that the person has named and wants removed.
     *
     * @throws Fault {@code KEY_IN_USE} when it is an orphan no more; those of {@link KeyContainer#remove}
     */
    public void remove(Task task, OrphanKey orphan) {
        try (InterProcessLock _ = journal.lockKeys(task)) {
            requireFree(orphan.container(), null);
            orphan.container().remove(task);
        }
    }

    /**
     * No other renewal under way names the key, and no certificate is beside it; the caller holds the lock of keys.
     *
     * @param besides the renewal that may
     * @throws Fault {@code KEY_IN_USE}
     */
    void requireFree(KeyContainer container, @Nullable String besides) {
        if (!isFree(container, besides)) {
            throw new Fault(ErrorCode.KEY_IN_USE, "a renewal or a certificate needs this key");
        }
    }

    /** Whether no other renewal under way names the key, and no certificate is beside it on any medium at hand. */
    boolean isFree(KeyContainer container, @Nullable String besides) {
        return !isTaken(container, besides)
                && storages.settled().stream()
                        .flatMap(each -> each.containers().stream())
                        .filter(each -> PublicKeys.same(each.publicKey(), container.publicKey()))
                        .allMatch(each -> each.chain().isEmpty());
    }

    /** Whether another renewal under way names the key. */
    boolean isTaken(KeyContainer container, @Nullable String besides) {
        return journal.records().stream()
                .filter(each -> !each.id().equals(besides))
                .anyMatch(each -> names(each, container));
    }

    private static boolean names(Journal.Found record, KeyContainer container) {
        Salvage salvage = record.salvage();
        if (salvage != null) {
            SubjectPublicKeyInfo key = salvage.publicKey();
            return key != null && container.carries(new KeyMark.OfPublicKey(key));
        }
        return record.entry()
                .filter(Entry::isLiving)
                .map(Entry::mark)
                .filter(container::carries)
                .isPresent();
    }

    private static @Nullable Entry madeFor(KeyContainer container, List<Journal.Found> records, List<Entry> past) {
        return Stream.concat(records.stream().flatMap(each -> each.entry().stream()), past.stream())
                .filter(each -> carries(container, each))
                .findFirst()
                .orElse(null);
    }

    /** The record of the key among those of this application; the caller has read neither. */
    Optional<Entry> recordOf(KeyContainer container, RenewalOrder order) {
        return Stream.concat(journal.all().stream(), journal.past().stream())
                .filter(each -> !each.isLiving() && each.order().equals(order))
                .filter(each -> carries(container, each))
                .findFirst();
    }

    private static boolean carries(KeyContainer container, Entry entry) {
        KeyMark mark = entry.mark();
        return mark != null && container.carries(mark);
    }
}
