// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.workstation.registry.Registry;
import org.obnova.host.workstation.registry.RegistryEdit;

/** Writes values of Windows' registry so that they can be put back as they were, and the keys that were made for them go: as {@link KeptFiles} does with files. */
final class KeptKeys {
    private final Ledger ledger;
    private final Registry registry;

    KeptKeys(Ledger ledger, Registry registry) {
        this.ledger = ledger;
        this.registry = registry;
    }

    Registry registry() {
        return registry;
    }

    /** A value as it is now. */
    Optional<String> now(String key, String name) {
        return registry.read(key).flatMap(tree -> tree.value(name));
    }

    /** Notes what is there, and writes it; nothing where it is so already. */
    void write(String target, String key, String name, String value) {
        Optional<String> now = now(key, name);
        if (now.equals(Optional.of(value))) {
            return;
        }
        Optional<RegistryNote> known = note(target, key, name);
        List<String> keys = new ArrayList<>(known.map(RegistryNote::keys).orElse(List.of()));
        missing(key).stream().filter(each -> !keys.contains(each)).forEach(keys::add);
        List<String> ours = new ArrayList<>(known.map(RegistryNote::ours).orElse(List.of()));
        ours.add(value);
        @Nullable
        String before =
                known.isPresent() && isKnown(known.get(), now) ? known.get().before() : now.orElse(null);
        ledger.put(new RegistryNote(target, key, name, before, ours, keys));
        registry.change(List.of(RegistryEdit.set(key, name, value)));
    }

    private Optional<RegistryNote> note(String target, String key, String name) {
        return ledger.values(target).stream()
                .filter(each -> each.isOf(target, key, name))
                .findFirst();
    }

    private static boolean isKnown(RegistryNote note, Optional<String> now) {
        return now.map(each -> note.ours().contains(each) || each.equals(note.before()))
                .orElse(note.before() == null);
    }

    /** The key and those above it that are not there, the outermost first. */
    private List<String> missing(String key) {
        List<String> missing = new ArrayList<>();
        String at = key;
        while (at.indexOf('\\') > 0 && registry.read(at).isEmpty()) {
            missing.addFirst(at);
            at = at.substring(0, at.lastIndexOf('\\'));
        }
        return missing;
    }

    /**
     * Puts back what was there.
     *
     * @throws Fault {@code TARGET_CHANGED_SINCE} where somebody else has changed the value since: it stays
     */
    void restore(RegistryNote note) {
        Optional<String> now = now(note.key(), note.name());
        @Nullable String before = note.before();
        if (now.isPresent() && !now.get().equals(before)) {
            if (!note.ours().contains(now.get())) {
                throw new Fault(
                        ErrorCode.TARGET_CHANGED_SINCE,
                        "the value is neither as it was nor as it was written",
                        Map.of("place", note.key()),
                        null);
            }
            registry.change(List.of(new RegistryEdit(note.key(), note.name(), before)));
        }
        forget(note);
    }

    private void forget(RegistryNote note) {
        List<String> left = new ArrayList<>(note.keys());
        while (!left.isEmpty()) {
            String last = left.getLast();
            if (!registry.read(last).map(tree -> tree.isEmpty()).orElse(true)) {
                break; // Another value of ours is in it, or others have put something there: then it is theirs.
            }
            if (registry.read(last).isPresent()) {
                registry.change(List.of(RegistryEdit.dropKey(last)));
            }
            left.removeLast();
        }
        handOver(note, left);
        ledger.drop(note);
    }

    /** Keys in which another value of ours lies are removed with that one. */
    private void handOver(RegistryNote note, List<String> keys) {
        for (RegistryNote each : ledger.read().values()) {
            List<String> all = new ArrayList<>(keys.stream()
                    .filter(key -> (each.key() + "\\").startsWith(key + "\\"))
                    .toList());
            if (!each.isOf(note.target(), note.key(), note.name()) && !all.isEmpty()) {
                each.keys().stream().filter(known -> !all.contains(known)).forEach(all::add);
                ledger.put(new RegistryNote(each.target(), each.key(), each.name(), each.before(), each.ours(), all));
                return;
            }
        }
    }
}
