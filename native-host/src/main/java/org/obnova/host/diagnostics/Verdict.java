// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics;

import java.util.Locale;

/** How a check came out. */
public enum Verdict {
    /** As it should be, or not needed here. */
    OK,
    /** Obnova works, but not as well as it could. */
    WARNING,
    /** Something will not work. */
    PROBLEM,
    /** It cannot be told. */
    UNKNOWN;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
