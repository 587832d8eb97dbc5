// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.task.Task;

/** Asks whether a renewal shall be given up, and what becomes of its key. */
public interface AbandonPrompt {
    /**
     * What the person is asked about.
     *
     * @param origin of the site that began it
     * @param application the authority's id
     * @param key the new key, where it lies at hand; null when none was made, or its medium is away
     * @param keyElsewhere whether a key was made whose medium is not at hand: it stays there
     */
    record Question(
            String origin,
            String application,
            RenewalState state,
            @Nullable KeyContainer key,
            boolean keyElsewhere) {}

    /** What becomes of a key that lies at hand. */
    enum Answer {
        KEEP_KEY,
        REMOVE_KEY
    }

    /**
     * Waits for the person's answer; {@code REMOVE_KEY} only where the question names a key.
     *
     * @throws org.obnova.host.fault.Fault {@code CANCELLED} when the renewal shall go on
     */
    Answer ask(Task task, Question question);
}
