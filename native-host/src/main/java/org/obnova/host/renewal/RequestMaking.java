// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.obnova.host.entropy.EntropySensor;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.request.CertificationRequest;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.ContainerPasswords;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.PasswordPrompt;
import org.obnova.host.storage.StorageChoice;
import org.obnova.host.storage.StoragePrompt;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** From an intention to a request: medium, password, entropy, key, container, PKCS#10. The caller holds the renewal's lock. */
public final class RequestMaking {
    private final Storages storages;
    private final StorageChoice choice;
    private final PasswordPrompt prompt;
    private final ContainerPasswords passwords;
    private final EntropySensor sensor;
    private final KeyGenerator generator;
    private final InstantSource clock;

    /** Asks the person through these ports. */
    public RequestMaking(
            Storages storages,
            StoragePrompt choice,
            PasswordPrompt prompt,
            EntropySensor sensor,
            KeyGenerator generator,
            InstantSource clock) {
        this.storages = storages;
        this.choice = new StorageChoice(storages, choice);
        this.prompt = prompt;
        this.passwords = new ContainerPasswords(prompt);
        this.sensor = sensor;
        this.generator = generator;
        this.clock = clock;
    }

    /** Makes key and request. */
    Entry fromIntention(Task task, Entry intended, Journal journal) {
        KeyStorage storage = medium(task, intended.order());
        storage.requireReady();
        try (Secret password = newPassword(task, storage, intended.order())) {
            SecureRandom random = sensor.seed(task);
            task.progress(Step.GENERATE_KEY, 0, 1);
            try (SoftwareKey key = generator.generate(intended.order().algorithm(), random)) {
                task.progress(Step.GENERATE_KEY, 1, 1);
                return written(task, intended, journal, storage, key, password);
            }
        }
    }

    /** Makes the request for the key that is there. */
    Entry fromKey(Task task, Entry keyMade, Journal journal, KeyContainer container) {
        try (SigningKey key = passwords.open(task, container, PasswordPrompt.Purpose.MAKE_REQUEST);
                Task.Uncancellable _ = task.writing()) {
            return requested(task, keyMade, journal, key);
        }
    }

    private Entry written(
            Task task, Entry intended, Journal journal, KeyStorage storage, SoftwareKey key, Secret password) {
        try (Task.Uncancellable _ = task.writing()) {
            task.progress(Step.WRITE, 0, 1);
            Entry about = journal.write(intended.aboutToWrite(key.publicKey(), storage.id(), clock.instant()));
            storage.create(intended.order().subject().commonName(), key, List.of(), password);
            task.progress(Step.WRITE, 1, 1);
            Entry made = journal.write(about.keyMade(storage.id(), clock.instant()));
            return requested(task, made, journal, key);
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
            return choice.choose(task, StoragePrompt.Purpose.NEW_KEY, storage -> null);
        }
        return storages.find(ordered)
                .orElseThrow(() -> new Fault(ErrorCode.STORAGE_NOT_FOUND, "no medium has this id"));
    }

    private Secret newPassword(Task task, KeyStorage storage, RenewalOrder order) {
        task.waiting(Step.PASSWORD);
        return prompt.fresh(
                task,
                new PasswordPrompt.Question(
                        storage.label(task.language()),
                        order.subject().commonName(),
                        PasswordPrompt.Purpose.NEW_CONTAINER,
                        0));
    }
}
