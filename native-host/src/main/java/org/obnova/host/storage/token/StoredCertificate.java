// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.HexFormat;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * A certificate object.
 *
 * @param id its CKA_ID in hexadecimal digits; empty where it has none
 */
record StoredCertificate(String id, X509CertificateHolder certificate) {
    static String hex(byte[] id) {
        return HexFormat.of().formatHex(id);
    }

    /** Whether it issues others, and so is nobody's own. */
    boolean isAuthority() {
        Extensions extensions = certificate.getExtensions();
        BasicConstraints constraints = extensions == null ? null : BasicConstraints.fromExtensions(extensions);
        return constraints != null && constraints.isCA();
    }

    /** The time from which it is valid, for the choice among several of one key. */
    long begins() {
        return certificate.getNotBefore().toInstant().toEpochMilli();
    }

    /** Whether the extension can be read at all. */
    static boolean isReadable(X509CertificateHolder certificate) {
        Extensions extensions = certificate.getExtensions();
        if (extensions == null || extensions.getExtension(Extension.basicConstraints) == null) {
            return true;
        }
        try {
            BasicConstraints.fromExtensions(extensions);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
