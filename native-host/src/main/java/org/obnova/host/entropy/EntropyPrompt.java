// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

import org.obnova.host.task.Task;

/** The window in which the person presses keys or moves the mouse (S18). */
public interface EntropyPrompt {
    /** Takes what the window sees; safe for use by the event thread. */
    interface Sink {
        /**
         * One event of the person.
         *
         * @param nanos when, {@link System#nanoTime()}
         * @param source which device: 0 keyboard, 1 mouse
         * @param x the key's code, or the pointer's x in pixels
         * @param y 0, or the pointer's y in pixels
         */
        void event(long nanos, int source, int x, int y);

        /** From 0 to 100. */
        int percent();

        /** Whether enough was gathered: then the window closes by itself. */
        boolean full();
    }

    /**
     * Shows the window until the sink is full.
     *
     * @throws org.obnova.host.fault.Fault {@code CANCELLED}
     */
    void gather(Task task, Sink sink);
}
