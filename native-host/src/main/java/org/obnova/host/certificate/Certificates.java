// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

import java.util.Arrays;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.UntrustedDer;

/** Reads certificates. */
public final class Certificates {
    /** No certificate of a person or a CA comes near; octets. */
    private static final int LARGEST = 64 * 1024;

    private Certificates() {}

    /**
     * Reads the DER of one certificate (RFC 5280), so far that names, dates, key and extensions can be used without another failure.
     *
     * @throws Fault {@code CERTIFICATE_INVALID}
     */
    public static X509CertificateHolder read(byte[] der) {
        if (der.length > LARGEST) {
            throw new Fault(ErrorCode.CERTIFICATE_INVALID, "certificate of " + der.length + " octets");
        }
        return UntrustedDer.read(ErrorCode.CERTIFICATE_INVALID, "certificate", () -> {
            X509CertificateHolder certificate = new X509CertificateHolder(der);
            touch(certificate.toASN1Structure());
            if (!Arrays.equals(der, certificate.getEncoded())) {
                throw new Fault(ErrorCode.CERTIFICATE_INVALID, "the certificate is not encoded as DER");
            }
            return certificate;
        });
    }

    /** Some parts are decoded on first use: use them now. */
    private static void touch(Certificate certificate) {
        certificate.getStartDate().getDate();
        certificate.getEndDate().getDate();
        certificate.getSubjectPublicKeyInfo().getAlgorithm();
        certificate.getTBSCertificate().getExtensions();
        touch(certificate.getSubject());
        touch(certificate.getIssuer());
    }

    private static void touch(X500Name name) {
        for (RDN rdn : name.getRDNs()) {
            for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
                if (attribute.getValue() instanceof ASN1String string) {
                    string.getString();
                }
            }
        }
    }
}
