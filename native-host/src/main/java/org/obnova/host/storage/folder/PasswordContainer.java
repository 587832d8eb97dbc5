// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.KeyContainer;

/** A container that opens with a password, in whatever format. */
interface PasswordContainer extends KeyContainer {
    /** Whether the empty password does not open it. */
    boolean needsPassword();

    /**
     * The key; the caller closes it.
     *
     * @throws org.obnova.host.fault.Fault {@code WRONG_PASSWORD}, {@code CONTAINER_DAMAGED}, {@code STORAGE_FAILED}
     */
    SoftwareKey unlock(Secret password);
}
