// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint;

import java.time.Instant;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * A revocation list that is about to leave.
 *
 * @param list the list
 * @param issuer the certificate of the authority
 * @param now the moment at which it leaves
 */
public record ListCandidate(X509CRLHolder list, X509CertificateHolder issuer, Instant now) {}
