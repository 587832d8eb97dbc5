// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore;

import java.util.Optional;
import org.obnova.host.secret.Secret;
import org.obnova.host.task.Task;

/** Asks for the password of a program's store. */
@FunctionalInterface
public interface StorePassword {
    /**
     * Asks.
     *
     * @param wrongBefore how many wrong ones were entered for this store
     * @return to be closed by the caller; empty where the person leaves this program out
     * @throws org.obnova.host.fault.Fault {@code CANCELLED}, {@code NO_DISPLAY}
     */
    Optional<Secret> ask(Task task, PersonalStore store, int wrongBefore);
}
