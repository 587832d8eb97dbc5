// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.obnova.host.certificate.Certificates;
import org.obnova.host.settings.ServiceEntry;

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

    /** Of a service. */
    static List<RootCertificate> of(ServiceEntry service) {
        return service.roots().stream().map(RootCertificate::of).toList();
    }

    /** Whether NSS can use it: it refuses certificates with GOST keys (tried, 3.87), and no site that a browser opens by itself shows one. */
    boolean isForBrowsers() {
        ASN1ObjectIdentifier algorithm =
                Certificates.read(der).getSubjectPublicKeyInfo().getAlgorithm().getAlgorithm();
        return algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
                || algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey);
    }

    /** Whether it vouches for any site: it is not constrained to names of hosts (RFC 5280 section 4.2.1.10). */
    boolean isForAllSites() {
        Extension found = Certificates.read(der).getExtension(Extension.nameConstraints);
        NameConstraints constraints = found == null ? null : NameConstraints.getInstance(found.getParsedValue());
        return constraints == null
                || constraints.getPermittedSubtrees() == null
                || Arrays.stream(constraints.getPermittedSubtrees())
                        .noneMatch(each -> each.getBase().getTagNo() == GeneralName.dNSName);
    }

    /** The name under which Windows keeps it: SHA-1 in hexadecimal digits. Nothing is trusted because of it. */
    String sha1() {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(der));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every Java has it.
        }
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
