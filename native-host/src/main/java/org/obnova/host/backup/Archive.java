// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.storage.Copies;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.HeldWriting;
import org.obnova.host.task.Language;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** Copies old certificates and their keys to this computer, where they decrypt old documents (S25); the originals are only read. */
public final class Archive {
    private final Storages storages;
    private final BackupNotes notes;

    /** Copies between these media. */
    public Archive(Storages storages, BackupNotes notes) {
        this.storages = storages;
        this.notes = notes;
    }

    /**
     * Copies those that are not on this computer yet, all under one new password. Each copy counts when it was opened and has signed; a failure of one leaves the others as
     * they are. The whole may be repeated.
     *
     * @param certificates SHA-256, each once
     * @throws Fault {@code CANCELLED} when the task was cancelled, or the person gave up the new password; {@code BACKUP_LIST_NEWER}; those of the medium «this computer»
     */
    public Archived archive(Task task, List<String> certificates) {
        Map<String, @Nullable ErrorCode> outcomes = new LinkedHashMap<>();
        Map<String, KeyContainer> toCopy = new LinkedHashMap<>();
        notes.require();
        for (String each : certificates) {
            outcomes.put(each, outcomeWithoutCopy(task, each, toCopy));
        }
        if (!toCopy.isEmpty()) {
            copyAll(task, toCopy, outcomes);
        }
        List<String> archived = new ArrayList<>();
        List<Archived.Left> left = new ArrayList<>();
        outcomes.forEach((certificate, reason) -> {
            if (reason == null) {
                archived.add(certificate);
            } else {
                left.add(new Archived.Left(certificate, reason));
            }
        });
        return new Archived(archived, left);
    }

    /** Null where the key is on this computer already, or is to be copied. */
    private @Nullable ErrorCode outcomeWithoutCopy(Task task, String certificate, Map<String, KeyContainer> toCopy) {
        try {
            Optional<KeyContainer> found = storages.containerOf(certificate, this::isHere);
            if (found.isPresent() && !isHere(found.get())) {
                found = storages.containerOf(certificate, KeyContainer::keyMayLeave);
            }
            if (found.isEmpty()) {
                return ErrorCode.CONTAINER_NOT_FOUND;
            }
            if (isHere(found.get())) {
                if (liesElsewhere(certificate)) {
                    notes.noteAgain(task, storages.computer(), certificate);
                }
                return null;
            }
            if (!found.get().keyMayLeave()) {
                return ErrorCode.KEY_NOT_EXPORTABLE;
            }
            toCopy.put(certificate, found.get());
            return null;
        } catch (Fault e) {
            return e.code();
        }
    }

    private void copyAll(Task task, Map<String, KeyContainer> toCopy, Map<String, @Nullable ErrorCode> outcomes) {
        KeyStorage computer = storages.computer();
        int done = 0;
        try (Copies copies = computer.copies(task, together(task, toCopy.size()))) {
            for (Map.Entry<String, KeyContainer> each : toCopy.entrySet()) {
                task.checkpoint();
                task.progress(Step.COPY, done++, toCopy.size());
                outcomes.put(each.getKey(), copied(task, copies, each.getKey(), each.getValue()));
            }
        }
        task.progress(Step.COPY, done, toCopy.size());
    }

    /** Null when it is done. */
    private @Nullable ErrorCode copied(Task task, Copies copies, String certificate, KeyContainer original) {
        try (SoftwareKey key = original.export(task, Purpose.READ_FOR_BACKUP);
                HeldWriting held = new HeldWriting(task)) {
            if (ProvenCopy.of(original, storages.computer()).isPresent()) {
                throw new Fault(ErrorCode.BACKUP_EXISTS, "this computer holds this key without this certificate");
            }
            ProvenCopy.written(() -> copies.put(held, original.label(), key, original.chain()));
            notes.note(task, storages.computer(), certificate);
            return null;
        } catch (Fault e) {
            if (e.code() == ErrorCode.CANCELLED) {
                task.checkpoint(); // The whole, or the password of this one alone.
            }
            return e.code();
        }
    }

    /** Then what is on this computer may be a copy, whose note a crash cut off. */
    private boolean liesElsewhere(String certificate) {
        return storages.containerOf(certificate, each -> !isHere(each))
                .filter(each -> !isHere(each))
                .isPresent();
    }

    private boolean isHere(KeyContainer container) {
        return container.storage().id().equals(storages.computer().id());
    }

    private static String together(Task task, int copies) {
        return (task.language() == Language.RU ? "старые сертификаты, всего " : "old certificates, in all ") + copies;
    }
}
