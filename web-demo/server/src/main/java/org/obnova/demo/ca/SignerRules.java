// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** What a signer's part must hold: allowed algorithms, and the attributes of CAdES-BES with the right certificate (RFC 5035). */
final class SignerRules {
    private static final Map<ASN1ObjectIdentifier, String> DIGESTS = Map.of(
            RosstandartObjectIdentifiers.id_tc26_gost_3411_12_256, "GOST3411-2012-256",
            RosstandartObjectIdentifiers.id_tc26_gost_3411_12_512, "GOST3411-2012-512",
            NISTObjectIdentifiers.id_sha256, "SHA-256",
            NISTObjectIdentifiers.id_sha384, "SHA-384",
            NISTObjectIdentifiers.id_sha512, "SHA-512");

    private static final Set<ASN1ObjectIdentifier> SHA2 =
            Set.of(NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha384, NISTObjectIdentifiers.id_sha512);
    private static final Set<ASN1ObjectIdentifier> ECDSA = Set.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512);
    private static final Set<ASN1ObjectIdentifier> RSA = Set.of(
            PKCSObjectIdentifiers.rsaEncryption,
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            PKCSObjectIdentifiers.id_RSASSA_PSS);

    private SignerRules() {}

    /** @throws Problem SIGNATURE_INVALID */
    static void check(SignerInformation signer, X509CertificateHolder certificate) throws IOException {
        require(signer.toASN1Structure().getVersion().hasValue(1), "signer's version is not 1");
        require(plain(signer), "algorithm with parameters");
        require(algorithmsAllowed(signer, certificate), "algorithm is not allowed");
        AttributeTable attributes = signer.getSignedAttributes();
        require(attributes != null, "no signed attributes");
        single(attributes, CMSAttributes.contentType);
        single(attributes, CMSAttributes.messageDigest);
        SigningCertificateV2 named =
                SigningCertificateV2.getInstance(single(attributes, PKCSObjectIdentifiers.id_aa_signingCertificateV2));
        ESSCertIDv2[] ids = named.getCerts();
        require(ids.length > 0 && names(ids[0], certificate), "signing-certificate-v2 names another certificate");
    }

    private static boolean algorithmsAllowed(SignerInformation signer, X509CertificateHolder certificate) {
        ASN1ObjectIdentifier digest = signer.getDigestAlgorithmID().getAlgorithm();
        ASN1ObjectIdentifier signature = new ASN1ObjectIdentifier(signer.getEncryptionAlgOID());
        ASN1ObjectIdentifier key =
                certificate.getSubjectPublicKeyInfo().getAlgorithm().getAlgorithm();
        if (key.equals(RosstandartObjectIdentifiers.id_tc26_gost_3410_12_256)) {
            return digest.equals(RosstandartObjectIdentifiers.id_tc26_gost_3411_12_256)
                    && (signature.equals(key)
                            || signature.equals(RosstandartObjectIdentifiers.id_tc26_signwithdigest_gost_3410_12_256));
        }
        if (key.equals(RosstandartObjectIdentifiers.id_tc26_gost_3410_12_512)) {
            return digest.equals(RosstandartObjectIdentifiers.id_tc26_gost_3411_12_512)
                    && (signature.equals(key)
                            || signature.equals(RosstandartObjectIdentifiers.id_tc26_signwithdigest_gost_3410_12_512));
        }
        boolean elliptic = key.equals(X9ObjectIdentifiers.id_ecPublicKey);
        return SHA2.contains(digest) && (elliptic ? ECDSA : RSA).contains(signature);
    }

    /** Parameters are absent or NULL, but for RSASSA-PSS, whose parameters the signature itself depends on. */
    private static boolean plain(SignerInformation signer) {
        AlgorithmIdentifier signature = signer.toASN1Structure().getDigestEncryptionAlgorithm();
        return plain(signer.getDigestAlgorithmID())
                && (plain(signature) || signature.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS));
    }

    private static boolean plain(AlgorithmIdentifier algorithm) {
        return algorithm.getParameters() == null || DERNull.INSTANCE.equals(algorithm.getParameters());
    }

    private static ASN1Encodable single(AttributeTable attributes, ASN1ObjectIdentifier type) {
        require(attributes.getAll(type).size() == 1, "attribute missing or repeated: " + type);
        Attribute attribute = attributes.get(type);
        require(attribute.getAttrValues().size() == 1, "attribute without one value: " + type);
        return attribute.getAttrValues().getObjectAt(0);
    }

    private static boolean names(ESSCertIDv2 id, X509CertificateHolder certificate) throws IOException {
        String digest = DIGESTS.get(id.getHashAlgorithm().getAlgorithm());
        if (digest == null) {
            return false;
        }
        try {
            byte[] hash = MessageDigest.getInstance(digest, Crypto.PROVIDER).digest(certificate.getEncoded());
            return MessageDigest.isEqual(hash, id.getCertHash()) && serialFits(id.getIssuerSerial(), certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Bouncy Castle has these digests", e);
        }
    }

    private static boolean serialFits(@Nullable IssuerSerial serial, X509CertificateHolder certificate) {
        if (serial == null) {
            return true;
        }
        IssuerAndSerialNumber own = new IssuerAndSerialNumber(certificate.toASN1Structure());
        boolean issuer = Arrays.stream(serial.getIssuer().getNames())
                .filter(name -> name.getTagNo() == GeneralName.directoryName)
                .map(name -> X500Name.getInstance(name.getName()))
                .anyMatch(own.getName()::equals);
        return issuer && serial.getSerial().equals(own.getSerialNumber());
    }

    private static void require(boolean condition, String detail) {
        if (!condition) {
            throw new Problem(ProblemCode.SIGNATURE_INVALID, detail);
        }
    }
}
