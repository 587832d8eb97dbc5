// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.site;

import org.obnova.host.task.Task;

/** Asks the person whether the task's site may do something. */
public interface ConsentPrompt {
    /** The answer. */
    enum Answer {
        ONCE,
        ALWAYS,
        NO
    }

    /**
     * Closing the window or Esc is {@code NO}.
     *
     * @throws org.obnova.host.fault.Fault {@code CANCELLED} when the task is cancelled
     */
    Answer ask(Task task, Operation operation);
}
