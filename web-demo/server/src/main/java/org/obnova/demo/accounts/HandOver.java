// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.accounts;

import java.time.Instant;

/**
 * An application was handed over to its holder, by somebody who acts for the holder.
 *
 * @param at when
 */
public record HandOver(Manner manner, Instant at) {
    /** How the holder came to it. */
    public enum Manner {
        /** At the same computer: consent and PIN are entered there. */
        HERE,
        /** By a message: the holder logs in on another computer. */
        SENT
    }
}
