// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.security.PublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * A key that the rules allow.
 *
 * @param info exactly as RFC 9215 section 4 has it
 * @param decoded the same key, ready to verify with: decoding proves that the point lies on its curve, which costs as much as a signature
 */
record CertifiableKey(SubjectPublicKeyInfo info, PublicKey decoded) {}
