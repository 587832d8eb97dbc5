// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.holders;

import org.obnova.demo.ca.IssuedCertificate;

/** Login by certificate: a one-time nonce, signed by the host together with origin and time (protocol, authentication.sign). */
public interface CertificateLogin {
    /** A fresh nonce, 43 of {@code [A-Za-z0-9_-]}, good for one login within five minutes. The page keeps it in its session. */
    String challenge();

    /**
     * Checks an answer and uses the nonce up.
     *
     * @param origin of the page, e.g. {@code http://cabinet.localhost:8080}
     * @param nonce the one of this very session
     * @param text what the host signed
     * @param cms DER of the detached signature
     * @throws org.obnova.demo.problem.Problem CHALLENGE_STALE, SIGNATURE_INVALID, SIGNER_UNTRUSTED, SIGNER_EXPIRED, CERTIFICATE_REVOKED
     */
    Login verify(String origin, String nonce, String text, byte[] cms);

    /** Who logged in, with what. */
    record Login(Holder holder, IssuedCertificate certificate) {}
}
