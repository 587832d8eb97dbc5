// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics;

import org.obnova.host.workstation.Words;

/**
 * What a check found.
 *
 * @param check the check's id
 * @param reason a stable name such as {@code byte-order-mark}; empty where all is well
 * @param title what was looked at
 * @param detail what was found, one sentence
 * @param hint what the person can do; empty where there is nothing to do
 */
public record Finding(String check, Verdict verdict, String reason, Words title, Words detail, Words hint) {
    /** Whether something is to be mended. */
    public boolean isBad() {
        return verdict == Verdict.PROBLEM || verdict == Verdict.WARNING;
    }
}
