// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore;

import java.util.List;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.Task;

/** Gives a certificate with its key to the person's other programs. */
public final class Publishing {
    private final Storages storages;

    /** Of what lies on these media. */
    public Publishing(Storages storages) {
        this.storages = storages;
    }

    /**
     * Copies certificate and key to the programs that the person ticks.
     *
     * @param certificateSha256 64 lower-case hex digits
     * @return one for each program
     * @throws Fault {@code CONTAINER_NOT_FOUND}, {@code PERSONAL_STORE_NOT_FOUND}, {@code CANCELLED}, those of media and containers
     */
    public List<Published> publish(Task task, String certificateSha256) {
        KeyContainer container = storages.containerOf(certificateSha256)
                .orElseThrow(() -> storages.missing(ErrorCode.CONTAINER_NOT_FOUND, "no medium holds this certificate"));
        task.checkpoint();
        throw new Fault(ErrorCode.PERSONAL_STORE_NOT_FOUND, "none is known for " + container.label());
    }
}
