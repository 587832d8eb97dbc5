// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.signature;

import java.time.Instant;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.keys.SigningKey;

/** Signs documents as detached CMS, CAdES-BES. */
public final class CmsSigner {
    /** The DER of the ContentInfo. */
    public byte[] sign(DocumentText document, SigningKey key, X509CertificateHolder signer, Instant signingTime) {
        String state = "not yet";
        throw new UnsupportedOperationException(state);
    }
}
