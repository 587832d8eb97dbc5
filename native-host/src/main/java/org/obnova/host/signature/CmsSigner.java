// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.Hashing;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SigningKey;

/**
 * Signs documents: CMS SignedData (RFC 5652), detached, with the attributes of CAdES-BES (RFC 5126 section 4.3.1) and the signer's certificate inside. GOST
 * signers are encoded as in R 1323565.1.025: the signature algorithm is that of the key.
 */
public final class CmsSigner {
    /** The last year that UTCTime can write (RFC 5652 section 11.3). */
    private static final int LAST_UTC_YEAR = 2049;

    private static final DateTimeFormatter UTC_TIME = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'");
    private static final DateTimeFormatter GENERALIZED_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'");

    /**
     * Signs the UTF-8 of a document.
     *
     * @param signer the certificate of the key
     * @param signingTime written with seconds, in UTC
     * @return the DER of ContentInfo
     * @throws Fault {@code CERTIFICATE_KEY_MISMATCH} when the certificate is another key's
     */
    public byte[] sign(DocumentText document, SigningKey key, X509CertificateHolder signer, Instant signingTime) {
        if (!PublicKeys.same(key.publicKey(), signer.getSubjectPublicKeyInfo())) {
            throw new Fault(ErrorCode.CERTIFICATE_KEY_MISMATCH, "the signer's certificate is another key's");
        }
        try {
            ASN1Set attributes = attributes(document, key.digestAlgorithm(), signer, signingTime);
            SignerInfo signerInfo = new SignerInfo(
                    new SignerIdentifier(new IssuerAndSerialNumber(signer.toASN1Structure())),
                    key.digestAlgorithm(),
                    attributes,
                    signatureAlgorithm(key),
                    new DEROctetString(key.sign(attributes.getEncoded(ASN1Encoding.DER))),
                    (ASN1Set) null);
            SignedData signed = new SignedData(
                    new DERSet(key.digestAlgorithm()),
                    new ContentInfo(CMSObjectIdentifiers.data, null),
                    new DERSet(signer.toASN1Structure()),
                    null,
                    new DERSet(signerInfo));
            return new ContentInfo(CMSObjectIdentifiers.signedData, signed).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ASN1Set attributes(
            DocumentText document, AlgorithmIdentifier digest, X509CertificateHolder signer, Instant time)
            throws IOException {
        byte[] hash = Hashing.hash(digest.getAlgorithm(), document.utf8());
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data));
        attributes.add(attribute(CMSAttributes.signingTime, time(time)));
        attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(hash)));
        attributes.add(attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new SigningCertificateV2(new ESSCertIDv2(
                        digest,
                        Hashing.hash(digest.getAlgorithm(), signer.getEncoded()),
                        new IssuerSerial(
                                new GeneralNames(new GeneralName(signer.getIssuer())),
                                new ASN1Integer(signer.getSerialNumber()))))));
        return new DERSet(attributes);
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }

    private static ASN1Encodable time(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        return utc.getYear() <= LAST_UTC_YEAR
                ? new DERUTCTime(UTC_TIME.format(utc))
                : new DERGeneralizedTime(GENERALIZED_TIME.format(utc));
    }

    private static AlgorithmIdentifier signatureAlgorithm(SigningKey key) {
        return PublicKeys.isGost(key.publicKey())
                ? new AlgorithmIdentifier(key.publicKey().getAlgorithm().getAlgorithm())
                : key.signatureAlgorithm();
    }
}
