// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Lint;

/** A GOST key is an OCTET STRING of its length in a BIT STRING; the digest is named with CryptoPro's parameter sets, and not with those of TC 26 for 512 bits. */
public final class GostKeyLint implements Lint<CertificateCandidate> {
    private static final ASN1ObjectIdentifier CRYPTOPRO_SETS = new ASN1ObjectIdentifier("1.2.643.2.2");

    @Override
    public String source() {
        return "RFC 9215 section 4";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        SubjectPublicKeyInfo key = candidate.certificate().getSubjectPublicKeyInfo();
        ASN1ObjectIdentifier algorithm = key.getAlgorithm().getAlgorithm();
        boolean small = algorithm.equals(RosstandartObjectIdentifiers.id_tc26_gost_3410_12_256);
        boolean large = algorithm.equals(RosstandartObjectIdentifiers.id_tc26_gost_3410_12_512);
        if (!small && !large) {
            return Optional.empty();
        }
        if (!(key.getAlgorithm().getParameters() instanceof ASN1Sequence parameters) || parameters.size() == 0) {
            return Optional.of("parameters of the GOST key are missing");
        }
        boolean cryptoPro = ((ASN1ObjectIdentifier) parameters.getObjectAt(0)).on(CRYPTOPRO_SETS);
        if (parameters.size() != (cryptoPro ? 2 : 1)) {
            return Optional.of("digestParamSet is missing or superfluous");
        }
        byte[] bits = key.getPublicKeyData().getOctets();
        // Tag and length before 64 octets take 2, before 128 they take 3.
        int octets = bits.length - (small ? 2 : 3);
        return bits[0] == 4 && octets == (small ? 64 : 128)
                ? Optional.empty()
                : Optional.of("GOST key is not an octet string of its length");
    }
}
