// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.signature;

import org.bouncycastle.cert.X509CertificateHolder;

/**
 * A signature over a document.
 *
 * @param cms DER of the detached ContentInfo (RFC 5652)
 * @param certificate the signer's
 */
// The octets go to the wire as they are; nobody compares two signatures.
@SuppressWarnings("ArrayRecordComponent")
public record Signed(byte[] cms, X509CertificateHolder certificate) {}
