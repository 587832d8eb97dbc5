// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Whose a certificate is.
 *
 * @param displayName the common name, safe to show
 * @param snils 11 digits
 * @param inn 12 or 10 digits, without the padding of older certificates
 */
public record Holder(String displayName, Optional<String> snils, Optional<String> inn) {
    /** Reads a certificate. */
    public static Holder of(X509CertificateHolder certificate) {
        String state = "not yet";
        throw new UnsupportedOperationException(state);
    }
}
