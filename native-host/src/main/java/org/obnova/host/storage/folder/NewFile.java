// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import java.security.SecureRandom;
import java.util.List;
import java.util.function.Consumer;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.KeyMark;
import org.obnova.host.storage.NewKey;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** A container file that is about to be made, its password entered. */
final class NewFile implements NewKey {
    private final FolderStorage storage;
    private final String label;
    private final Secret password;

    NewFile(FolderStorage storage, String label, Secret password) {
        this.storage = storage;
        this.label = label;
        this.password = password;
    }

    @Override
    public SigningKey make(Task task, KeyAlgorithm algorithm, SecureRandom random, Consumer<KeyMark> before) {
        task.progress(Step.GENERATE_KEY, 0, 1);
        SoftwareKey key = new KeyGenerator().generate(algorithm, random);
        task.progress(Step.GENERATE_KEY, 1, 1);
        boolean written = false;
        try (Task.Uncancellable _ = task.writing()) {
            task.progress(Step.WRITE, 0, 1);
            before.accept(new KeyMark.OfPublicKey(key.publicKey()));
            storage.files().create(storage, label, key, List.of(), password);
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
        password.close();
    }
}
