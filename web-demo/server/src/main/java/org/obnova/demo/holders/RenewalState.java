// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.holders;

import java.util.Locale;

/** Whether a certificate's renewal is offered (S1), by the clock of the CA. */
public enum RenewalState {
    /** Fewer than 60 days are left: 59 yes, 60 no. */
    DUE,
    /** Marked by the CA for unplanned replacement, whatever is left. */
    REPLACE,
    /** Over: the statement will be on paper. */
    EXPIRED,
    /** Nothing is offered: enough time is left, it is renewed already, revoked, or its CA (regions 78 and 47) is excluded. */
    NONE;

    /** Value of {@code data-obnova-renewal}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
