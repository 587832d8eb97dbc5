// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.time.InstantSource;
import java.util.Optional;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.task.HeldWriting;
import org.obnova.host.task.Task;

/**
 * Gives a renewal up. The record comes first, then the key goes, if it shall: a crash between leaves a record that says so, and a key that lies about until the removal is
 * repeated. The caller holds the renewal's lock.
 */
final class Abandonment {
    private final Journal journal;
    private final Reconciliation reconciliation;
    private final OrphanKeys orphans;
    private final InstantSource clock;

    Abandonment(Journal journal, Reconciliation reconciliation, OrphanKeys orphans, InstantSource clock) {
        this.journal = journal;
        this.reconciliation = reconciliation;
        this.orphans = orphans;
        this.clock = clock;
    }

    /**
     * Asks and gives up; what was given up already is brought to its end without a question.
     *
     * @return what became of the key; never {@code REMOVING}
     * @throws Fault {@code RENEWAL_FINISHED}, {@code CANCELLED}, those of {@link KeyContainer#remove} but {@code KEY_NOT_REMOVABLE} and {@code KEY_IN_USE} (the key is
     *     kept): the renewal is given up then, and the removal may be repeated
     */
    KeyFate of(Task task, Entry entry, AbandonPrompt prompt) {
        if (!entry.isLiving()) {
            return ended(task, entry);
        }
        Entry now = reconciliation.asFarAsSeen(entry);
        if (!now.state().isBefore(RenewalState.INSTALLED)) {
            journal.write(now);
            throw new Fault(ErrorCode.RENEWAL_FINISHED, "the certificate is installed");
        }
        Optional<KeyContainer> key = keyAtHand(now);
        boolean made = now.state() != RenewalState.INTENDED;
        AbandonPrompt.Answer answer = prompt.ask(
                task,
                new AbandonPrompt.Question(
                        now.order().origin(),
                        now.order().application(),
                        now.state(),
                        key.orElse(null),
                        made && key.isEmpty()));
        boolean removes = answer == AbandonPrompt.Answer.REMOVE_KEY && key.isPresent();
        KeyFate fate = removes ? KeyFate.REMOVING : made ? KeyFate.KEPT : KeyFate.NONE;
        try (HeldWriting held = new HeldWriting(task)) {
            Task.Uncancellable _ = held.writing();
            Entry shown = key.map(each -> now.lyingOn(each.storage().id())).orElse(now);
            return ended(held, journal.write(shown.abandoned(fate, clock.instant())));
        }
    }

    private KeyFate ended(Task task, Entry abandoned) {
        KeyFate fate = abandoned.fate();
        if (fate == null) {
            throw new IllegalStateException("an abandoned renewal without its key's fate");
        }
        if (fate != KeyFate.REMOVING) {
            return fate;
        }
        // Only where the person was shown it: a copy on another medium is another matter.
        Optional<KeyContainer> left = reconciliation.onItsMedium(abandoned);
        if (left.isEmpty()) {
            reconciliation.requireMedium(abandoned);
        }
        KeyFate end = left.isEmpty() ? KeyFate.REMOVED : removed(task, abandoned, left.get());
        journal.write(abandoned.abandoned(end, clock.instant()));
        return end;
    }

    private KeyFate removed(Task task, Entry abandoned, KeyContainer key) {
        try (InterProcessLock _ = journal.lockKeys(task)) {
            orphans.requireFree(key, abandoned.id());
            key.remove(task);
            return KeyFate.REMOVED;
        } catch (Fault e) {
            if (e.code() == ErrorCode.KEY_NOT_REMOVABLE || e.code() == ErrorCode.KEY_IN_USE) {
                return KeyFate.KEPT;
            }
            throw e;
        }
    }

    private Optional<KeyContainer> keyAtHand(Entry entry) {
        try {
            return reconciliation.container(entry);
        } catch (Fault e) {
            // Its medium cannot be read: the key stays there.
            return Optional.empty();
        }
    }
}
