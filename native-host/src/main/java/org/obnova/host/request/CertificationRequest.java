// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.obnova.host.certificate.Subject;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SigningKey;

/**
 * Makes PKCS#10 requests (RFC 2986) with an extension request (RFC 2985 section 5.4.2): the key's usages and, with GOST keys, the means of signature
 * (order of FSB 795 section 2.3.7). The CA decides what stands in the certificate.
 */
public final class CertificationRequest {
    /** subjectSignTool, UTF8String: the name of the holder's means of electronic signature. */
    private static final ASN1ObjectIdentifier SUBJECT_SIGN_TOOL = new ASN1ObjectIdentifier("1.2.643.100.111");

    private static final String SIGN_TOOL = "Obnova";

    private CertificationRequest() {}

    /** The DER of a request for the subject, signed with the key as proof of possession. */
    public static byte[] der(Subject subject, SigningKey key) {
        try {
            CertificationRequestInfo info = new CertificationRequestInfo(
                    subject.toX500Name(),
                    key.publicKey(),
                    new DERSet(new Attribute(
                            PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, new DERSet(extensions(key)))));
            byte[] signature = key.sign(info.getEncoded(ASN1Encoding.DER));
            return new DERSequence(new ASN1Encodable[] {info, key.signatureAlgorithm(), new DERBitString(signature)})
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ASN1Encodable extensions(SigningKey key) throws IOException {
        KeyAlgorithm algorithm = PublicKeys.algorithm(key.publicKey()).orElse(KeyAlgorithm.RSA_3072);
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.keyUsage, true, new KeyUsage(usages(algorithm)));
        if (PublicKeys.isGost(key.publicKey())) {
            extensions.addExtension(SUBJECT_SIGN_TOOL, false, new DERUTF8String(SIGN_TOOL));
        }
        return extensions.generate();
    }

    /** A holder signs and is written to: GOST keys agree on a key (RFC 9215 section 5), RSA keys encrypt one (RFC 3279), ECDSA keys only sign. */
    private static int usages(KeyAlgorithm algorithm) {
        int signing = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        return switch (algorithm) {
            case GOST_2012_256, GOST_2012_512 ->
                signing | KeyUsage.keyEncipherment | KeyUsage.dataEncipherment | KeyUsage.keyAgreement;
            case RSA_3072 -> signing | KeyUsage.keyEncipherment | KeyUsage.dataEncipherment;
            case EC_P256 -> signing;
        };
    }
}
