// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

/** What a PIN or a password is asked for. */
public enum Purpose {
    SIGN_DOCUMENT,
    LOG_IN,
    MAKE_REQUEST,
    NEW_KEY,
    INSTALL_CERTIFICATE,
    READ_FOR_BACKUP,
    NEW_BACKUP,
    PUBLISH,
    NEW_ARCHIVE,
    VERIFY_BACKUP,
    DECRYPT_DOCUMENT,
    CHANGE_PIN,
    READ_FOR_IMPORT,
    NEW_IMPORT,
    READ_FOR_EXPORT,
    NEW_EXPORT,
    READ_FOR_NEW_PASSWORD,
    NEW_PASSWORD,
    REMOVE_KEY;

    /** Whether it is a step of a renewal, of which others follow. */
    public boolean isOfRenewal() {
        return this == SIGN_DOCUMENT || this == MAKE_REQUEST || this == NEW_KEY || this == INSTALL_CERTIFICATE;
    }
}
