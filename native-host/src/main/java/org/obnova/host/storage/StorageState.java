// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.util.Locale;

/** Whether a medium can be used now. */
public enum StorageState {
    READY,
    READ_ONLY,
    FULL,
    ABSENT;

    /** The name on the wire, e.g. {@code read-only}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
