// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Certificates;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.token.wire.Attribute;
import org.obnova.host.storage.token.wire.Found;

/** Reads certificates, each once as long as it lies on the token: its octets decide, so a changed object is read anew. */
final class KnownCertificates {
    private Map<Attribute.Octets, Optional<X509CertificateHolder>> known = Map.of();

    /** The certificates among these objects, without what cannot be read. */
    synchronized List<StoredCertificate> of(List<Found> objects) {
        Map<Attribute.Octets, Optional<X509CertificateHolder>> now = new HashMap<>();
        List<StoredCertificate> all = objects.stream()
                .filter(each -> each.number(Cka.CLASS).orElse(-1L) == Cka.CERTIFICATE)
                .flatMap(each -> read(each, now).stream()
                        .map(certificate -> new StoredCertificate(
                                StoredCertificate.hex(each.octets(Cka.ID).orElse(new byte[0])), certificate)))
                .toList();
        known = now;
        return all;
    }

    private Optional<X509CertificateHolder> read(
            Found object, Map<Attribute.Octets, Optional<X509CertificateHolder>> now) {
        return object.octets(Cka.VALUE).flatMap(der -> {
            Attribute.Octets key = new Attribute.Octets(der);
            Optional<X509CertificateHolder> read = known.get(key);
            if (read == null) {
                read = parsed(der);
            }
            now.put(key, read);
            return read;
        });
    }

    private static Optional<X509CertificateHolder> parsed(byte[] der) {
        try {
            return Optional.of(Certificates.read(der)).filter(StoredCertificate::isReadable);
        } catch (Fault e) {
            return Optional.empty();
        }
    }
}
