// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import org.bouncycastle.cert.X509CertificateHolder;

/**
 * A certificate that nobody knows yet: signed and linted, not registered. One that is never registered was never issued (OCSP says so, too).
 *
 * @param authority id of the issuer
 * @param application what it is for
 * @param keyId what tells its key from others, 64 hex digits
 */
public record SignedCertificate(
        X509CertificateHolder certificate, String authority, String holder, String application, String keyId) {}
