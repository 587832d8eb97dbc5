// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import org.obnova.host.secret.Secret;
import org.obnova.host.task.Task;

/** Asks the person for the password of a container, in the host's own window only. */
public interface PasswordPrompt {
    /**
     * What the window says.
     *
     * @param storageLabel the medium's name
     * @param containerLabel whose key, e.g. the holder's name
     * @param purpose what the password is for
     * @param wrongBefore how many wrong passwords were entered in this task
     */
    record Question(String storageLabel, String containerLabel, Purpose purpose, int wrongBefore) {}

    /**
     * Asks for the password of a container that exists.
     *
     * @return to be closed by the caller
     * @throws org.obnova.host.fault.Fault {@code CANCELLED}
     */
    Secret existing(Task task, Question question);

    /**
     * Asks, twice, for a new password; empty is allowed with a warning.
     *
     * @return to be closed by the caller
     * @throws org.obnova.host.fault.Fault {@code CANCELLED}
     */
    Secret fresh(Task task, Question question);
}
