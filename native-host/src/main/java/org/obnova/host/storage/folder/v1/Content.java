// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.v1;

import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * What a container tells without a password.
 *
 * @param label what the container is called; may be empty in a container that another program made
 * @param publicKey of the private key inside
 * @param chain the certificate and its issuers, leaf first; empty before issue
 * @param formatVersion of ours; 0 in a container that another program made
 * @param needsPassword whether the empty password does not open it
 */
public record Content(
        String label,
        SubjectPublicKeyInfo publicKey,
        List<X509CertificateHolder> chain,
        int formatVersion,
        boolean needsPassword) {}
