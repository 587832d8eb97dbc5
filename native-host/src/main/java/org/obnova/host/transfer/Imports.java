// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.transfer;

import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.task.Task;

/** Takes in a key from a file or folder that the person names. */
public final class Imports {
    /**
     * Asks the person for everything.
     *
     * @throws Fault {@code CANCELLED}, {@code CONTAINER_UNKNOWN}, {@code CONTAINER_WITHOUT_KEY}, {@code KEY_NOT_EXPORTABLE}, those of media and containers
     */
    public Imported run(Task task) {
        task.checkpoint();
        throw new Fault(ErrorCode.CONTAINER_UNKNOWN, "nothing is taken in yet");
    }
}
