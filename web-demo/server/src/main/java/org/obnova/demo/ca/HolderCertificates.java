// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Linter;
import org.obnova.demo.lint.Purpose;

/** Makes holders' certificates: order 795 in the GOST profiles, plain RFC 5280 in the others. */
final class HolderCertificates {
    private final SecureRandom random;
    private final String publicUrl;

    HolderCertificates(SecureRandom random, String publicUrl) {
        this.random = random;
        this.publicUrl = publicUrl;
    }

    /**
     * Signs a certificate.
     *
     * @param identification how the person was identified, for identificationKind
     */
    X509CertificateHolder sign(
            Authority issuer,
            Bearer bearer,
            SubjectPublicKeyInfo key,
            Instant notBefore,
            Instant notAfter,
            Identification identification) {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer.certificate().getSubject(),
                Serials.next(random),
                Date.from(notBefore),
                Date.from(notAfter),
                SubjectName.of(bearer),
                key);
        Extensions extensions = new Extensions(builder);
        extensions.add(Extension.basicConstraints, true, new BasicConstraints(false));
        extensions.add(Extension.keyUsage, true, new KeyUsage(keyUsage(issuer.profile())));
        String email = bearer.person().email();
        extensions.add(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes(email != null)));
        extensions.keyIdentifiers(key, issuer.certificate().getSubjectPublicKeyInfo());
        extensions.revocationLists(publicUrl, issuer.id());
        extensions.access(publicUrl + "/ocsp", publicUrl + "/ca/" + issuer.id() + ".cer");
        extensions.add(Oids.PRIVATE_KEY_USAGE_PERIOD, false, usagePeriod(notBefore, notAfter));
        if (email != null) {
            GeneralName address = new GeneralName(GeneralName.rfc822Name, email);
            extensions.add(Extension.subjectAlternativeName, false, new GeneralNames(address));
        }
        if (issuer.profile().qualified()) {
            qualified(extensions, identification);
        }
        X509CertificateHolder certificate = builder.build(Crypto.signer(issuer.profile(), issuer.key(), random));
        Linter.check(new CertificateCandidate(
                certificate,
                issuer.certificate(),
                Purpose.HOLDER,
                issuer.profile().qualified()));
        return certificate;
    }

    private static void qualified(Extensions extensions, Identification identification) {
        extensions.qualifiedPolicies();
        extensions.add(Oids.SUBJECT_SIGN_TOOL, false, new DERUTF8String(QualifiedTexts.SIGN_TOOL));
        ASN1EncodableVector tools = new ASN1EncodableVector();
        tools.add(new DERUTF8String(QualifiedTexts.SIGN_TOOL));
        tools.add(new DERUTF8String(QualifiedTexts.CA_TOOL));
        tools.add(new DERUTF8String(QualifiedTexts.SIGN_TOOL_CERTIFICATE));
        tools.add(new DERUTF8String(QualifiedTexts.CA_TOOL_CERTIFICATE));
        extensions.add(Oids.ISSUER_SIGN_TOOL, false, new DERSequence(tools));
        extensions.add(Oids.IDENTIFICATION_KIND, false, new ASN1Integer(identification.value()));
    }

    /** What the algorithm can do: only RSA transports keys, only elliptic curves agree on them. */
    private static int keyUsage(CaProfile profile) {
        int signing = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        return switch (profile) {
            case GOST256, GOST512 ->
                signing | KeyUsage.keyEncipherment | KeyUsage.dataEncipherment | KeyUsage.keyAgreement;
            case EC -> signing | KeyUsage.keyAgreement;
            case RSA -> signing | KeyUsage.keyEncipherment;
        };
    }

    /** Protects mail only where an address stands in it (RFC 5280 section 4.2.1.12). */
    private static KeyPurposeId[] purposes(boolean mail) {
        return mail
                ? new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_emailProtection}
                : new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth};
    }

    /** PrivateKeyUsagePeriod of RFC 3280 section 4.2.1.4: [0] and [1] GeneralizedTime, implicit. */
    private static DERSequence usagePeriod(Instant notBefore, Instant notAfter) {
        ASN1EncodableVector period = new ASN1EncodableVector();
        period.add(new DERTaggedObject(false, 0, new ASN1GeneralizedTime(Date.from(notBefore))));
        period.add(new DERTaggedObject(false, 1, new ASN1GeneralizedTime(Date.from(notAfter))));
        return new DERSequence(period);
    }
}
