// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.request;

import org.obnova.host.certificate.Subject;
import org.obnova.host.keys.SigningKey;

/** Makes PKCS#10 requests. */
public final class CertificationRequest {
    private CertificationRequest() {}

    /** The DER of a request for the subject, signed with the key. */
    public static byte[] der(Subject subject, SigningKey key) {
        String state = "not yet";
        throw new UnsupportedOperationException(state);
    }
}
