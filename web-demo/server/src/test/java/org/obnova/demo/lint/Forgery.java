// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.cert.X509CertificateHolder;

/** A real certificate with something changed in it; the signature does not verify any more, which no rule looks at. */
final class Forgery {
    private final X509CertificateHolder original;
    private final Map<ASN1ObjectIdentifier, Extension> extensions = new LinkedHashMap<>();
    BigInteger serial;
    AlgorithmIdentifier inner;
    AlgorithmIdentifier outer;
    X500Name issuer;
    X500Name subject;
    Time from;
    Time to;
    SubjectPublicKeyInfo key;

    Forgery(X509CertificateHolder original) {
        TBSCertificate inside = original.toASN1Structure().getTBSCertificate();
        this.original = original;
        this.serial = original.getSerialNumber();
        this.inner = inside.getSignature();
        this.outer = original.getSignatureAlgorithm();
        this.issuer = inside.getIssuer();
        this.subject = inside.getSubject();
        this.from = inside.getStartDate();
        this.to = inside.getEndDate();
        this.key = inside.getSubjectPublicKeyInfo();
        for (ASN1ObjectIdentifier type : inside.getExtensions().getExtensionOIDs()) {
            extensions.put(type, inside.getExtensions().getExtension(type));
        }
    }

    Forgery without(ASN1ObjectIdentifier type) {
        extensions.remove(type);
        return this;
    }

    Forgery with(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        extensions.put(type, new Extension(type, critical, Der.of(value.toASN1Primitive())));
        return this;
    }

    /** The same value, critical or not. */
    Forgery marked(ASN1ObjectIdentifier type, boolean critical) {
        return with(type, critical, original.getExtension(type).getParsedValue());
    }

    X509CertificateHolder made() {
        V3TBSCertificateGenerator inside = new V3TBSCertificateGenerator();
        inside.setSerialNumber(new org.bouncycastle.asn1.ASN1Integer(serial));
        inside.setSignature(inner);
        inside.setIssuer(issuer);
        inside.setSubject(subject);
        inside.setStartDate(from);
        inside.setEndDate(to);
        inside.setSubjectPublicKeyInfo(key);
        inside.setExtensions(new Extensions(extensions.values().toArray(Extension[]::new)));
        return whole(inside.generateTBSCertificate());
    }

    /** As {@link #made}, without what tells version 3. */
    X509CertificateHolder ofVersion1() {
        ASN1Encodable[] parts = ((org.bouncycastle.asn1.ASN1Sequence)
                        original.toASN1Structure().getTBSCertificate().toASN1Primitive())
                .toArray();
        ASN1Encodable[] rest = java.util.Arrays.copyOfRange(parts, 1, parts.length - 1);
        return whole(new DERSequence(rest));
    }

    private X509CertificateHolder whole(ASN1Encodable inside) {
        ASN1Primitive all =
                new DERSequence(new ASN1Encodable[] {inside, outer, new DERBitString(original.getSignature())});
        return new X509CertificateHolder(Certificate.getInstance(all));
    }
}
