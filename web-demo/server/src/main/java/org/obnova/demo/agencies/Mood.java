// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.agencies;

import java.util.Locale;

/** How an agency answers, set by whoever shows the demo. */
public enum Mood {
    /** What it knows, at once. */
    RIGHT,
    /** Something else than what it knows. */
    DISAGREE,
    /** What it knows, but later than anybody waits. */
    SLOW,
    /** Not at all: connections are dropped. */
    DOWN;

    /** Its name in forms and texts. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
