// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.util.Locale;

/** Whose a target is. */
public enum Scope {
    /** This person's alone; a page may start it. */
    USER,
    /** Everybody's on this computer; only an administrator can change it. */
    SYSTEM;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
