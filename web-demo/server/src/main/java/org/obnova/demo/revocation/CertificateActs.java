// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.revocation;

import org.obnova.demo.audit.Actor;

/**
 * How certificates end, or rest. Each act counts at once, tells the holder, and is in the audit log. One that does not fit how the certificate stands is
 * CERTIFICATE_STANDING; an unknown certificate is NOT_FOUND. Who may is the caller's to check.
 */
public interface CertificateActs {
    /** How a certificate stands. */
    enum State {
        VALID,
        SUSPENDED,
        REVOKED
    }

    /** How that one stands, its dates aside. */
    State state(String sha256);

    /** Ends a certificate for good; a suspended one too. */
    void revoke(String sha256, RevocationReason reason, Actor actor);

    /** Stops a valid certificate until it is resumed or revoked (certificateHold). */
    void suspend(String sha256, Actor actor);

    /** Makes a suspended certificate valid again. */
    void resume(String sha256, Actor actor);

    /** Marks a valid certificate for replacement out of turn: its holder is offered the renewal. */
    void orderReplacement(String sha256, Actor actor);
}
