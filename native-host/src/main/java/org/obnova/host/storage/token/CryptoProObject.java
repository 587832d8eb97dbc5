// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Certificates;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.token.wire.Found;

/**
 * What CryptoPro CSP keeps beside a key on an active token: a public data object of its own CKA_APPLICATION, which holds the issuers' certificates in DER between
 * its own records, and no key. No document of the vendor describes it; this is what has been published of one (decision 0014), so the certificates are looked for
 * wherever they lie, and anything else is passed over.
 */
final class CryptoProObject {
    private static final String APPLICATION = "CryptoPro CSP";
    private static final int LARGEST = 0x10000;
    private static final int MOST_CERTIFICATES = 16;

    /** SEQUENCE with a length of two octets: every certificate of 256 to 65535 octets begins so (X.690, 8.1.3.5). */
    private static final int SEQUENCE = 0x30;

    private static final int LONG_FORM = 0x82;
    private static final int HEAD = 4;

    private CryptoProObject() {}

    /** The issuers' certificates; empty for other objects. */
    static List<X509CertificateHolder> issuers(Found object) {
        if (object.number(Cka.CLASS).orElse(-1L) != Cka.DATA
                || !object.text(Cka.APPLICATION).orElse("").strip().equalsIgnoreCase(APPLICATION)) {
            return List.of();
        }
        return object.octets(Cka.VALUE)
                .filter(value -> value.length <= LARGEST)
                .map(CryptoProObject::certificates)
                .orElse(List.of());
    }

    private static List<X509CertificateHolder> certificates(byte[] value) {
        List<X509CertificateHolder> found = new ArrayList<>();
        int at = 0;
        while (at + HEAD < value.length && found.size() < MOST_CERTIFICATES) {
            Optional<byte[]> der = sequence(value, at);
            Optional<X509CertificateHolder> certificate = der.flatMap(CryptoProObject::authority);
            certificate.ifPresent(found::add);
            at += certificate.isPresent() ? der.get().length : 1;
        }
        return List.copyOf(found);
    }

    private static Optional<byte[]> sequence(byte[] value, int at) {
        if (Byte.toUnsignedInt(value[at]) != SEQUENCE || Byte.toUnsignedInt(value[at + 1]) != LONG_FORM) {
            return Optional.empty();
        }
        int length = HEAD + Byte.toUnsignedInt(value[at + 2]) * 256 + Byte.toUnsignedInt(value[at + 3]);
        return at + length <= value.length ? Optional.of(Arrays.copyOfRange(value, at, at + length)) : Optional.empty();
    }

    private static Optional<X509CertificateHolder> authority(byte[] der) {
        try {
            return Optional.of(Certificates.read(der))
                    .filter(StoredCertificate::isReadable)
                    .filter(each -> new StoredCertificate("", each).isAuthority());
        } catch (Fault e) {
            return Optional.empty();
        }
    }
}
