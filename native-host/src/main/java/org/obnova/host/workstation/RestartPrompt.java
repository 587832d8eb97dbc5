// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import org.obnova.host.task.Task;

/** Asks whether the computer shall be restarted. */
@FunctionalInterface
public interface RestartPrompt {
    /**
     * Returns when the person wants it now.
     *
     * @throws org.obnova.host.fault.Fault {@code CANCELLED} when it is not to be now
     */
    void confirm(Task task);
}
