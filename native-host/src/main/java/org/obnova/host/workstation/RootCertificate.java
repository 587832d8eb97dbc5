// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.obnova.host.certificate.Certificates;

/** A root certificate of a service. */
@SuppressWarnings("ArrayRecordComponent") // Compared by the digest.
record RootCertificate(byte[] der, String sha256, String name) {
    private static final int LINE = 64;
    private static final int SHORT = 16;

    /** @throws org.obnova.host.fault.Fault {@code CERTIFICATE_INVALID} */
    static RootCertificate of(byte[] der) {
        X500Name subject = Certificates.read(der).getSubject();
        var names = subject.getRDNs(BCStyle.CN);
        String name = names.length == 0
                ? subject.toString()
                : IETFUtils.valueToString(names[0].getFirst().getValue());
        return new RootCertificate(der, KeptFiles.sha256(der), name);
    }

    /** Part of a file's name. */
    String shortId() {
        return sha256.substring(0, SHORT);
    }

    /** As people compare it: pairs of digits. */
    String fingerprint() {
        return HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(HexFormat.of().parseHex(sha256));
    }

    /** RFC 7468. */
    String pem() {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }
}
