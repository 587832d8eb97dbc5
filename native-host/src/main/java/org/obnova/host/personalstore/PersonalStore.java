// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore;

import org.obnova.host.task.Task;

/** A store of certificates and keys of one of the person's programs. */
public interface PersonalStore {
    /** The program's name, e.g. «Firefox». */
    String program();

    /** Which of the program's stores: a profile's name or a place; empty where there is but one. For the host's own windows alone. */
    String detail();

    /**
     * Puts certificate and key there, unless both are there, and looks at it again from outside: the key has signed before this counts. Other certificates and keys
     * in the store stay as they are.
     *
     * @param password asks for the password of the store, where it has one
     * @return {@code INSTALLED} or {@code ALREADY}
     * @throws org.obnova.host.fault.Fault {@code PERSONAL_STORE_DAMAGED}, {@code PERSONAL_STORE_READ_ONLY}, {@code PERSONAL_STORE_LOCKED},
     *     {@code PERSONAL_STORE_FAILED}, {@code NSS_MISSING}, {@code CANCELLED}
     */
    PublishState put(Task task, Identity identity, StorePassword password);
}
