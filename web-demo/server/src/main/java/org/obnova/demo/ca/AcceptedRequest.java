// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * A request that passed its check.
 *
 * @param key the public key, written as RFC 9215 has it
 * @param keyId what tells this key from others, 64 hex digits
 */
public record AcceptedRequest(SubjectPublicKeyInfo key, String keyId) {
    /** A key accepted before, kept in a database. */
    public static AcceptedRequest of(byte[] subjectPublicKeyInfo) {
        SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(subjectPublicKeyInfo);
        return new AcceptedRequest(key, KeyRules.id(key));
    }
}
