// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that is about to leave.
 *
 * @param certificate the certificate
 * @param issuer the issuer's; the certificate itself where it is a root
 * @param purpose whose it is to be
 * @param qualified whether it is to follow order 795
 */
public record CertificateCandidate(
        X509CertificateHolder certificate, X509CertificateHolder issuer, Purpose purpose, boolean qualified) {

    /** The value of an extension, or null where it is not there. */
    public @Nullable ASN1Encodable value(ASN1ObjectIdentifier type) {
        Extension extension = certificate.getExtension(type);
        return extension == null ? null : extension.getParsedValue();
    }

    /** Whether the extension is there and critical. */
    public boolean critical(ASN1ObjectIdentifier type) {
        Extension extension = certificate.getExtension(type);
        return extension != null && extension.isCritical();
    }

    public boolean isHolders() {
        return purpose == Purpose.HOLDER;
    }

    /** Whether it is of one who issues. */
    public boolean isIssuers() {
        return purpose == Purpose.ROOT || purpose == Purpose.AUTHORITY;
    }
}
