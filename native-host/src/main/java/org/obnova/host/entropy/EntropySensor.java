// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

import java.security.SecureRandom;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
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
     * Shows the window and returns a fresh generator of SP 800-90A (HMAC_DRBG, 256 bits), safe for use by several threads.
     *
     * @throws Fault {@code CANCELLED}, {@code ENTROPY_FAILED}, {@code NO_DISPLAY}
     */
    public SecureRandom seed(Task task) {
        Gathering gathering = new Gathering();
        try {
            prompt.gather(task, gathering);
            return generator(gathering);
        } finally {
            gathering.wipe();
        }
    }

    private SecureRandom generator(Gathering gathering) {
        if (gathering.failed()) {
            throw new Fault(
                    ErrorCode.ENTROPY_FAILED, "the health tests of SP 800-90B failed " + Gathering.ALARMS + " times");
        }
        if (!gathering.full()) {
            throw new Fault(ErrorCode.ENTROPY_FAILED, "the window closed at " + gathering.percent() + " percent");
        }
        return Generators.seeded(gathering.conditioned(), system);
    }
}
