// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.storage.KeyMark;
import org.obnova.host.storage.NewKey;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** A key that the host is about to make and a passive token to keep; somebody is logged in. */
final class KeyInToken implements NewKey {
    private final TokenStorage storage;
    private final String label;
    private final LoggedIn login;

    KeyInToken(TokenStorage storage, String label, LoggedIn login) {
        this.storage = storage;
        this.label = label;
        this.login = login;
    }

    @Override
    public Optional<SigningKey> leftBehind(Task task, KeyMark mark) {
        if (!(mark instanceof KeyMark.OfPublicKey(var key))) {
            return Optional.empty();
        }
        try (InterProcessLock _ = storage.room().lock(storage.medium().identity())) {
            return new ContainerKeeping(storage, login.stay())
                    .leftBehind(key, task.language())
                    .map(found -> found);
        }
    }

    @Override
    public SigningKey make(Task task, KeyAlgorithm algorithm, SecureRandom random, Consumer<KeyMark> before) {
        task.progress(Step.GENERATE_KEY, 0, 1);
        SoftwareKey key = new KeyGenerator().generate(algorithm, random);
        task.progress(Step.GENERATE_KEY, 1, 1);
        boolean written = false;
        try (Task.Uncancellable _ = task.writing();
                InterProcessLock _ = storage.room().lock(storage.medium().identity())) {
            task.progress(Step.WRITE, 0, 1);
            before.accept(new KeyMark.OfPublicKey(key.publicKey()));
            new ContainerKeeping(storage, login.stay()).create(label, key, List.of(), task.language());
            task.progress(Step.WRITE, 1, 1);
            written = true;
            return key;
        } finally {
            if (!written) {
                key.close();
            }
        }
    }

    @Override
    public void close() {
        login.close();
    }
}
