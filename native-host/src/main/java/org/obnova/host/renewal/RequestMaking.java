// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.obnova.host.entropy.EntropySensor;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.request.CertificationRequest;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyMakingPrompt;
import org.obnova.host.storage.KeyMark;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.NewKey;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StorageChoice;
import org.obnova.host.storage.StoragePrompt;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.HeldWriting;
import org.obnova.host.task.Language;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** From an intention to a request: medium, password or PIN, entropy, key, container, PKCS#10. The caller holds the renewal's lock. */
public final class RequestMaking {
    private final Storages storages;
    private final StorageChoice choice;
    private final EntropySensor sensor;
    private final KeyMakingPrompt display;
    private final InstantSource clock;

    /** Asks and tells the person through these ports. */
    public RequestMaking(
            Storages storages,
            StoragePrompt choice,
            EntropySensor sensor,
            KeyMakingPrompt display,
            InstantSource clock) {
        this.storages = storages;
        this.choice = new StorageChoice(storages, choice);
        this.sensor = sensor;
        this.display = display;
        this.clock = clock;
    }

    /** Makes key and request. */
    Entry fromIntention(Task task, Entry intended, Journal journal) {
        KeyStorage storage = medium(task, intended.order());
        storage.requireReady();
        try (NewKey medium = storage.newKey(task, intended.order().subject().commonName())) {
            Optional<SigningKey> left =
                    Optional.ofNullable(intended.mark()).flatMap(mark -> medium.leftBehind(task, mark));
            if (left.isPresent()) {
                return fromLeftBehind(task, intended, journal, storage, left.get());
            }
            SecureRandom random = sensor.seed(task);
            return written(task, intended, journal, storage, medium, random);
        }
    }

    /** The key was written, and the interruption came before anything told of it. */
    private Entry fromLeftBehind(Task task, Entry intended, Journal journal, KeyStorage storage, SigningKey left) {
        try (SigningKey key = left;
                Task.Uncancellable _ = task.writing()) {
            Entry made = journal.write(intended.keyMade(key.publicKey(), storage.id(), clock.instant()));
            return requested(task, made, journal, key);
        }
    }

    /** Makes the request for the key that is there. */
    Entry fromKey(Task task, Entry keyMade, Journal journal, KeyContainer container) {
        try (SigningKey key = container.open(task, Purpose.MAKE_REQUEST);
                Task.Uncancellable _ = task.writing()) {
            return requested(task, keyMade, journal, key);
        }
    }

    private Entry written(
            Task task, Entry intended, Journal journal, KeyStorage storage, NewKey medium, SecureRandom random) {
        Marked marked = new Marked(intended, journal, storage.id(), clock);
        try (HeldWriting held = new HeldWriting(task);
                SigningKey key = make(held, storage, medium, intended.order().algorithm(), random, marked)) {
            Entry made = journal.write(marked.entry.keyMade(key.publicKey(), storage.id(), clock.instant()));
            return requested(task, made, journal, key);
        }
    }

    /** A token takes its time, and must not be pulled out meanwhile: the person is told. */
    private SigningKey make(
            Task task,
            KeyStorage storage,
            NewKey medium,
            KeyAlgorithm algorithm,
            SecureRandom random,
            Consumer<KeyMark> before) {
        if (storage.token().isEmpty()) {
            return medium.make(task, algorithm, random, before);
        }
        try (KeyMakingPrompt.Making shown = display.begin(task, storage, algorithm)) {
            return medium.make(shown.task(), algorithm, random, before);
        }
    }

    /** Writes down by what the key will be found, before anything lies on the medium. */
    private static final class Marked implements Consumer<KeyMark> {
        private final Journal journal;
        private final String storage;
        private final InstantSource clock;
        private Entry entry;

        Marked(Entry intended, Journal journal, String storage, InstantSource clock) {
            this.entry = intended;
            this.journal = journal;
            this.storage = storage;
            this.clock = clock;
        }

        @Override
        public void accept(KeyMark mark) {
            // An earlier key may lie on a medium that is away.
            journal.keepPast(entry);
            entry = journal.write(entry.aboutToWrite(mark, storage, clock.instant()));
        }
    }

    private Entry requested(Task task, Entry keyMade, Journal journal, SigningKey key) {
        task.progress(Step.MAKE_REQUEST, 0, 1);
        byte[] request = CertificationRequest.der(keyMade.order().subject(), key);
        Entry requested = journal.write(keyMade.requested(request, clock.instant()));
        task.progress(Step.MAKE_REQUEST, 1, 1);
        return requested;
    }

    private KeyStorage medium(Task task, RenewalOrder order) {
        String ordered = order.storageId();
        if (ordered == null) {
            return choice.choose(task, Purpose.NEW_KEY, storage -> cannot(task, storage, order));
        }
        return storages.find(ordered)
                .orElseThrow(() -> storages.missing(ErrorCode.STORAGE_NOT_FOUND, "no medium has this id"));
    }

    private static @Nullable String cannot(Task task, KeyStorage storage, RenewalOrder order) {
        boolean makes = storage.token()
                .map(token -> token.makes().contains(order.algorithm()))
                .orElse(true);
        if (makes) {
            return null;
        }
        return task.language() == Language.RU ? "не создаёт ключей этого алгоритма" : "makes no keys of this algorithm";
    }
}
