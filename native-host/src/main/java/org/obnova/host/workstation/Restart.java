// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.util.Locale;

/** What must be started anew before all of a setup counts. */
public enum Restart {
    NONE,
    BROWSER,
    COMPUTER;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
