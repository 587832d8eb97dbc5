// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.wire;

/** Who logs in (PKCS #11 v3.1, 3.3). */
public enum UserType {
    /** CKU_SO: the administrator. */
    SECURITY_OFFICER(0),
    /** CKU_USER: the person. */
    USER(1);

    private final long number;

    UserType(long number) {
        this.number = number;
    }

    /** The CKU_ number. */
    public long number() {
        return number;
    }
}
