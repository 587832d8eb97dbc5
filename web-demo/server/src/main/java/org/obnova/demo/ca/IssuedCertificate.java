// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in the authority's register.
 *
 * @param sha256 SHA-256 of the DER, 64 lowercase hex digits: its name everywhere
 * @param certificate the certificate itself
 * @param authority the authority's id: {@code gost256}, ... or {@code gost256-spb} (another, excluded one)
 * @param holder id of the holder
 * @param application id of the application it was issued for; null for what was issued before there were applications
 * @param replace marked by the CA for unplanned replacement
 * @param renewedBy name of the certificate that took its place, once that one was installed
 * @param revoked since when it is revoked or suspended, or null
 * @param suspended whether it is only suspended (certificateHold of RFC 5280 section 5.3.1)
 */
public record IssuedCertificate(
        String sha256,
        X509CertificateHolder certificate,
        String authority,
        String holder,
        @Nullable String application,
        boolean replace,
        @Nullable String renewedBy,
        @Nullable Instant revoked,
        boolean suspended) {

    /** First moment of validity. */
    public Instant notBefore() {
        return certificate.getNotBefore().toInstant();
    }

    /** Last moment of validity. */
    public Instant notAfter() {
        return certificate.getNotAfter().toInstant();
    }

    /** Whether it is valid at that moment by its dates (revocation aside). */
    public boolean validAt(Instant moment) {
        return !moment.isBefore(notBefore()) && !moment.isAfter(notAfter());
    }

    /** The person whom its subject names, whatever the capacity; empty for a name that is no person's. */
    public Optional<CertificateSubject> subject() {
        return bearer().map(Bearer::person);
    }

    /** Whom its subject names, and in what capacity; empty for a name that is no person's. */
    public Optional<Bearer> bearer() {
        return SubjectName.read(certificate.getSubject());
    }

    /** The e-mail addresses of its subject alternative name. */
    public List<String> addresses() {
        Extension names = certificate.getExtension(Extension.subjectAlternativeName);
        return names == null
                ? List.of()
                : Arrays.stream(GeneralNames.getInstance(names.getParsedValue()).getNames())
                        .filter(name -> name.getTagNo() == GeneralName.rfc822Name)
                        .map(name -> name.getName().toString())
                        .toList();
    }

    /** The exact certificate. */
    public byte[] der() {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException("a certificate that does not encode", e);
        }
    }
}
