// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.backup;

import java.util.Optional;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.SoftwareKey;
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
    private final BackupNotes notes;

    /** Asks the person through this port. */
    public Backups(Storages storages, StoragePrompt choice, BackupNotes notes) {
        this.storages = storages;
        this.choice = new StorageChoice(storages, choice);
        this.notes = notes;
    }

    /**
     * Copies the container of this certificate to where the person says. A copy that is there already, because it was made before or because a crash came between it and
     * the list, is opened, has to sign, and counts.
     *
     * @param certificateSha256 64 lower-case hex digits
     * @throws Fault {@code CONTAINER_NOT_FOUND}, {@code KEY_NOT_EXPORTABLE}, {@code BACKUP_LIST_NEWER}, {@code BACKUP_SAME_PLACE}, {@code BACKUP_EXISTS}, {@code BACKUP_UNVERIFIED},
     *     {@code CANCELLED}, those of media and containers
     */
    public Copied copy(Task task, String certificateSha256) {
        KeyContainer original = storages.containerOf(certificateSha256, KeyContainer::keyMayLeave)
                .orElseThrow(() -> storages.missing(ErrorCode.CONTAINER_NOT_FOUND, "no medium holds this certificate"));
        if (!original.keyMayLeave()) {
            throw new Fault(ErrorCode.KEY_NOT_EXPORTABLE, "the medium or the container's flags keep the key");
        }
        notes.require();
        KeyStorage target =
                choice.choose(task, Purpose.NEW_BACKUP, each -> beside(original, each) ? whyNotBeside(task) : null);
        if (beside(original, target)) {
            throw new Fault(ErrorCode.BACKUP_SAME_PLACE, "the original lies there");
        }
        Optional<KeyContainer> there = ProvenCopy.of(original, target);
        if (there.isPresent()) {
            ProvenCopy.prove(task, there.get(), original);
            notes.note(task, target, certificateSha256);
        } else {
            target.requireReady();
            write(task, original, target, certificateSha256);
        }
        return new Copied(target.label(task.language()));
    }

    private void write(Task task, KeyContainer original, KeyStorage target, String certificateSha256) {
        try (SoftwareKey key = original.export(task, Purpose.READ_FOR_BACKUP);
                HeldWriting held = new HeldWriting(task)) {
            task.progress(Step.COPY, 0, 1);
            ProvenCopy.written(() -> target.put(held, original.label(), key, original.chain()));
            notes.note(task, target, certificateSha256);
            task.progress(Step.COPY, 1, 1);
        }
    }

    private static boolean beside(KeyContainer original, KeyStorage target) {
        return original.storage().id().equals(target.id());
    }

    private static String whyNotBeside(Task task) {
        return task.language() == Language.RU ? "здесь лежит исходный ключ" : "the original key lies here";
    }
}
