// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.transfer;

import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.Task;

/** Writes a key and its certificates into a file that the person names. */
public final class Exports {
    private final Storages storages;

    /** Of these media. */
    public Exports(Storages storages) {
        this.storages = storages;
    }

    /**
     * Asks the person for format, file and password.
     *
     * @param certificateSha256 64 lower-case hex digits
     * @throws Fault {@code CONTAINER_NOT_FOUND}, {@code KEY_NOT_EXPORTABLE}, {@code FILE_EXISTS}, {@code CANCELLED}, those of media and containers
     */
    public Exported run(Task task, String certificateSha256) {
        KeyContainer original = storages.containerOf(certificateSha256)
                .orElseThrow(() -> storages.missing(ErrorCode.CONTAINER_NOT_FOUND, "no medium holds this certificate"));
        task.checkpoint();
        throw new Fault(ErrorCode.KEY_NOT_EXPORTABLE, "not yet: " + original.id());
    }
}
