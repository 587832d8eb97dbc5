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
public record Issuance(
        @Nullable Medium medium,
        @Nullable String certificate,
        @Nullable ReceiptConfirmation receipt,
        boolean backedUp) {
    /** Nothing yet. */
    public static final Issuance NONE = new Issuance(null, null, null, false);

    Issuance on(Medium chosen) {
        return new Issuance(chosen, certificate, receipt, backedUp);
    }

    Issuance issued(String sha256) {
        return new Issuance(medium, sha256, receipt, backedUp);
    }

    Issuance confirmed(ReceiptConfirmation how) {
        return new Issuance(medium, certificate, how, backedUp);
    }

    Issuance withBackup() {
        return new Issuance(medium, certificate, receipt, true);
    }
}
