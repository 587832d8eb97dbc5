// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import org.jspecify.annotations.Nullable;
import org.obnova.demo.enrolment.Application.ReceiptConfirmation;
import org.obnova.demo.media.Medium;

/**
 * What comes of an application.
 *
 * @param medium where the new key is to lie, or null where the person chooses in the host's window
 * @param certificate SHA-256 (hex) of the new certificate once issued
 * @param receipt how the receipt was confirmed, or null
 * @param backedUp whether a backup was reported
 */
public record Outcome(
        @Nullable Medium medium,
        @Nullable String certificate,
        @Nullable ReceiptConfirmation receipt,
        boolean backedUp) {
    /** Nothing yet. */
    public static final Outcome NONE = new Outcome(null, null, null, false);

    Outcome on(Medium chosen) {
        return new Outcome(chosen, certificate, receipt, backedUp);
    }

    Outcome issued(String sha256) {
        return new Outcome(medium, sha256, receipt, backedUp);
    }

    Outcome confirmed(ReceiptConfirmation how) {
        return new Outcome(medium, certificate, how, backedUp);
    }

    Outcome withBackup() {
        return new Outcome(medium, certificate, receipt, true);
    }
}
