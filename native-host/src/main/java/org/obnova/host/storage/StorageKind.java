// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.util.Locale;

/** The kinds of media (S17). */
public enum StorageKind {
    COMPUTER,
    REMOVABLE,
    FOLDER,
    TOKEN;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
