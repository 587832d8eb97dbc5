// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.util.List;
import org.obnova.host.task.Task;

/** Offers keys that lie at hand without a certificate, before a new one is made. */
public interface OrphanPrompt {
    /** The answer. */
    sealed interface Answer {
        /** The renewal goes on with this key. */
        record Use(OrphanKey key) implements Answer {}

        /** A new key is made; those on offer stay where they are. */
        record MakeNew() implements Answer {}
    }

    /**
     * Waits for the person's choice.
     *
     * @param keys one at least; all fit
     * @throws org.obnova.host.fault.Fault {@code CANCELLED}
     */
    Answer offer(Task task, List<OrphanKey> keys);
}
