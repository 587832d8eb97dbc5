// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.backup;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.Fault;
import org.obnova.host.renewal.Renewals;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.Task;

/** Keeps what was copied where and when, and tells which of the copies are at hand. */
public final class BackupNotes {
    private final Storages storages;
    private final BackupList list;
    private final Renewals renewals;
    private final InstantSource clock;

    /** Over this list; renewals learn of copies as well. */
    public BackupNotes(Storages storages, BackupList list, Renewals renewals, InstantSource clock) {
        this.storages = storages;
        this.list = list;
        this.renewals = renewals;
        this.clock = clock;
    }

    /**
     * Makes sure that a copy that is about to be made can be noted.
     *
     * @throws Fault {@code BACKUP_LIST_NEWER}, {@code STORAGE_FAILED}
     */
    void require() {
        list.requireKnown();
    }

    /** A copy was made there, or one that was there was proven. */
    void note(Task task, KeyStorage storage, String certificateSha256) {
        String label = BackupList.label(storage.label(task.language()));
        list.add(new Backup(certificateSha256, storage.id(), label, clock.instant()));
        renewals.backedUp(task, certificateSha256);
    }

    /** Of two containers that hold the certificate, this one may be a copy that was proven, and of which a crash kept the list or the journal from learning. */
    void noteAgain(Task task, KeyStorage storage, String certificateSha256) {
        List<Backup> copies = list.all().stream()
                .filter(each -> each.certificate().equals(certificateSha256))
                .toList();
        if (copies.isEmpty()) {
            note(task, storage, certificateSha256);
        } else if (copies.stream().anyMatch(each -> each.storageId().equals(storage.id()))) {
            renewals.backedUp(task, certificateSha256);
        }
    }

    /**
     * What was copied where and when.
     *
     * @throws Fault {@code BACKUP_LIST_NEWER}, {@code STORAGE_FAILED}
     */
    public KnownBackups known(Task task) {
        Map<String, KeyStorage> media = new HashMap<>();
        Map<String, Set<String>> certificates = new HashMap<>();
        for (KeyStorage storage : storages.settled()) {
            task.checkpoint();
            media.put(storage.id(), storage);
            certificates.put(storage.id(), certificates(storage));
        }
        List<KnownBackups.Known> known = new ArrayList<>();
        for (Backup each : list.all()) {
            KeyStorage medium = media.get(each.storageId());
            Set<String> there = certificates.getOrDefault(each.storageId(), Set.of());
            String label = medium == null ? each.storageLabel() : medium.label(task.language());
            known.add(new KnownBackups.Known(
                    each, label.isBlank() ? each.storageId() : label, there.contains(each.certificate())));
        }
        return new KnownBackups(known, list.isIncomplete());
    }

    private static Set<String> certificates(KeyStorage storage) {
        Set<String> found = new HashSet<>();
        try {
            for (KeyContainer container : storage.read()) {
                if (!container.chain().isEmpty()) {
                    found.add(Thumbprint.sha256(container.chain().getFirst()));
                }
            }
        } catch (Fault e) {
            return Set.of(); // A medium that cannot be read now: its copies are not at hand.
        }
        return found;
    }
}
