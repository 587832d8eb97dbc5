// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.task.Task;

/** Has the password of a container changed. */
public record PasswordChange(Storages storages) {
    /**
     * Has the person change the password.
     *
     * @param certificateSha256 64 lower-case hex digits
     * @throws Fault {@code CONTAINER_NOT_FOUND}; those of {@link KeyContainer#changePassword}
     */
    public void change(Task task, String certificateSha256) {
        storages.containerOf(certificateSha256)
                .orElseThrow(() -> storages.missing(ErrorCode.CONTAINER_NOT_FOUND, "no medium holds this certificate"))
                .changePassword(task);
    }
}
