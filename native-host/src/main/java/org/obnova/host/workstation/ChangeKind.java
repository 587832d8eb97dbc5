// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.util.Locale;

/** What is done to a place. */
public enum ChangeKind {
    /** A file that is not there is written. */
    CREATE,
    /** A file that is there is changed, what others set in it stays. */
    MERGE,
    /** A file is as it was before. */
    RESTORE,
    /** A file of ours is removed. */
    REMOVE,
    /** A certificate is added to a store. */
    TRUST,
    /** A certificate is taken from a store, or is trusted as little as before. */
    DISTRUST,
    /** A program of the system is run. */
    RUN;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
