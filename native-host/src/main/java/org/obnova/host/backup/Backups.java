// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.backup;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.renewal.Renewals;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StorageChoice;
import org.obnova.host.storage.StoragePrompt;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.HeldWriting;
import org.obnova.host.task.Language;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** Copies a container to another medium under another password; the copy counts when it was opened and has signed. */
public final class Backups {
    private final Storages storages;
    private final StorageChoice choice;
    private final BackupList list;
    private final Renewals renewals;
    private final InstantSource clock;

    /** Asks the person through these ports. */
    public Backups(Storages storages, StoragePrompt choice, BackupList list, Renewals renewals, InstantSource clock) {
        this.storages = storages;
        this.choice = new StorageChoice(storages, choice);
        this.list = list;
        this.renewals = renewals;
        this.clock = clock;
    }

    /**
     * Copies the container of this certificate to where the person says.
     *
     * @param certificateSha256 64 lower-case hex digits
     * @throws Fault {@code CONTAINER_NOT_FOUND}, {@code KEY_NOT_EXPORTABLE}, {@code BACKUP_SAME_PLACE}, {@code BACKUP_EXISTS}, {@code BACKUP_UNVERIFIED},
     *     {@code CANCELLED}, those of media and containers
     */
    public Copied copy(Task task, String certificateSha256) {
        KeyContainer original = storages.containerOf(certificateSha256)
                .orElseThrow(() -> storages.missing(ErrorCode.CONTAINER_NOT_FOUND, "no medium holds this certificate"));
        if (!original.keyMayLeave()) {
            throw new Fault(ErrorCode.KEY_NOT_EXPORTABLE, "the token keeps its keys");
        }
        KeyStorage target =
                choice.choose(task, Purpose.NEW_BACKUP, each -> beside(original, each) ? whyNotBeside(task) : null);
        if (beside(original, target)) {
            throw new Fault(ErrorCode.BACKUP_SAME_PLACE, "the original lies there");
        }
        target.requireReady();
        requireNoCopy(task, original, target, certificateSha256);
        try (SoftwareKey key = original.export(task, Purpose.READ_FOR_BACKUP);
                HeldWriting held = new HeldWriting(task)) {
            task.progress(Step.COPY, 0, 1);
            put(held, original, target, key);
            note(task, target, certificateSha256);
            task.progress(Step.COPY, 1, 1);
        }
        return new Copied(target.label(task.language()));
    }

    /** What was copied where and when. */
    public List<Backup> list() {
        return list.all();
    }

    /** A copy whose last step a crash cut off is noted now: it was proven before it got its name. */
    private void requireNoCopy(Task task, KeyContainer original, KeyStorage target, String certificateSha256) {
        Optional<KeyContainer> copy = target.read().stream()
                .filter(each -> PublicKeys.same(each.publicKey(), original.publicKey()))
                .findFirst();
        if (copy.isPresent()) {
            if (sameLeaf(copy.get(), original)) {
                note(task, target, certificateSha256);
            }
            throw new Fault(ErrorCode.BACKUP_EXISTS, "the target holds this key");
        }
    }

    private void note(Task task, KeyStorage target, String certificateSha256) {
        list.add(new Backup(certificateSha256, target.id(), clock.instant()));
        renewals.backedUp(task, certificateSha256);
    }

    private static void put(Task task, KeyContainer original, KeyStorage target, SoftwareKey key) {
        try {
            target.put(task, original.label(), key, original.chain());
        } catch (Fault e) {
            if (e.code() == ErrorCode.CONTAINER_DAMAGED) {
                throw new Fault(ErrorCode.BACKUP_UNVERIFIED, "the copy did not open, and was removed", e);
            }
            throw e;
        }
    }

    /** A small token may hold the certificate without its issuers. */
    private static boolean sameLeaf(KeyContainer one, KeyContainer other) {
        return one.chain().stream().findFirst().equals(other.chain().stream().findFirst());
    }

    private static boolean beside(KeyContainer original, KeyStorage target) {
        return original.storage().id().equals(target.id());
    }

    private static String whyNotBeside(Task task) {
        return task.language() == Language.RU ? "здесь лежит исходный ключ" : "the original key lies here";
    }
}
