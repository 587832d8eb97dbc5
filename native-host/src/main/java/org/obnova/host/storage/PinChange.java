// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.task.Task;

/** Has the PIN of a medium changed. */
public record PinChange(Storages storages) {
    /**
     * Has the person change the PIN.
     *
     * @param storage the medium's id
     * @throws Fault {@code STORAGE_NOT_FOUND} where there is no such medium or it has no PIN; those of {@link PinProtected#changePin}
     */
    public void change(Task task, String storage) {
        KeyStorage medium = storages.find(storage)
                .orElseThrow(() -> storages.missing(ErrorCode.STORAGE_NOT_FOUND, "no medium of that id is here"));
        if (!(medium instanceof PinProtected token)) {
            throw new Fault(ErrorCode.STORAGE_NOT_FOUND, "a medium without a PIN");
        }
        token.changePin(task);
    }
}
