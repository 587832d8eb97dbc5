// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

import org.obnova.host.task.Task;

/** The window in which the person presses keys or moves the mouse (S18). */
public interface EntropyPrompt {
    /** What happened in the window. */
    enum Source {
        /** A key went down; also each repetition while it is held, which the sink leaves out. */
        KEY_DOWN('d'),
        KEY_UP('u'),
        /** The pointer moved, with or without a button. */
        POINTER('p'),
        /** The window lost the keyboard: keys that are down come up unseen. */
        KEYBOARD_LOST('l');

        private final char letter;

        Source(char letter) {
            this.letter = letter;
        }

        /** Stands for it where events are written down. */
        char letter() {
            return letter;
        }
    }

    /** Takes what the window sees; safe for use by several threads. */
    interface Sink {
        /**
         * One event.
         *
         * @param nanos when the system saw it, in nanoseconds from any origin; a resolution of one millisecond suffices
         * @param x the key's code, or the pointer's x in pixels, else 0
         * @param y the pointer's y in pixels, else 0
         */
        void event(long nanos, Source source, int x, int y);

        /** From 0 to 100, never less than before; 100 only when enough was gathered. */
        int percent();

        /** Whether enough was gathered: then the window closes by itself. */
        boolean full();

        /** Whether the health tests failed for good: then the window closes by itself. */
        boolean failed();
    }

    /**
     * Shows the window until the sink is full or has failed.
     *
     * @throws org.obnova.host.fault.Fault {@code CANCELLED}, {@code NO_DISPLAY}
     */
    void gather(Task task, Sink sink);
}
