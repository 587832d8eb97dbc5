// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

import java.security.SecureRandom;
import org.obnova.host.task.Task;

/** Makes generators that are seeded by the person and by the operating system together. */
public final class EntropySensor {
    private final EntropyPrompt prompt;
    private final SecureRandom system;

    /** With the operating system's randomness. */
    public EntropySensor(EntropyPrompt prompt) {
        this(prompt, new SecureRandom());
    }

    /**
     * @param system the operating system's randomness
     */
    public EntropySensor(EntropyPrompt prompt, SecureRandom system) {
        this.prompt = prompt;
        this.system = system;
    }

    /**
     * Shows the window and returns a fresh SP 800-90A generator.
     *
     * @throws org.obnova.host.fault.Fault {@code CANCELLED}, {@code ENTROPY_FAILED}, {@code NO_DISPLAY}
     */
    public SecureRandom seed(Task task) {
        task.checkpoint();
        throw new IllegalStateException(prompt.toString() + system);
    }
}
