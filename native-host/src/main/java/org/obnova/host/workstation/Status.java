// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.util.Locale;

/** How a target stands. */
public enum Status {
    /** It is as it should be. */
    READY,
    /** Nothing of ours is there. */
    MISSING,
    /** It is ours, of another version or place. */
    OUTDATED,
    /** Something else is there, which installing would change. */
    DIFFERS,
    /** Something that we may not change stands in the way, e.g. an administrator's policy. */
    BLOCKED,
    /** The computer has no need of it. */
    NOT_APPLICABLE,
    /** It cannot be told. */
    UNKNOWN;

    /** The name on the wire, e.g. {@code not-applicable}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether there is nothing to do. */
    public boolean isSettled() {
        return this == READY || this == NOT_APPLICABLE;
    }
}
