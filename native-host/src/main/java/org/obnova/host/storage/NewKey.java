// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.task.Task;

/** A medium that was opened for a new key: the person has entered what it takes. */
public interface NewKey extends AutoCloseable {
    /**
     * The key of that mark, where an interruption left it whole on the medium and nothing tells of it: now something does.
     *
     * @return closed by the caller; empty where there is none
     * @throws org.obnova.host.fault.Fault those of the medium
     */
    default Optional<SigningKey> leftBehind(Task task, KeyMark mark) {
        return Optional.empty();
    }

    /**
     * Makes the key and its container, durably; before it counts it has signed. The task is past cancelling from {@code before} on.
     *
     * @param random seeded by the person; in the host it is the only source of the key, a token mixes it in where it can
     * @param before is told, before anything lies on the medium, by what the key will be found there
     * @return closed by the caller
     * @throws org.obnova.host.fault.Fault those of the medium; {@code TOKEN_CANNOT} when it makes no such keys
     */
    SigningKey make(Task task, KeyAlgorithm algorithm, SecureRandom random, Consumer<KeyMark> before);

    @Override
    void close();
}
