// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.jspecify.annotations.Nullable;

/** Extensions that more than one kind of certificate has. */
final class Extensions {
    private final X509v3CertificateBuilder builder;

    Extensions(X509v3CertificateBuilder builder) {
        this.builder = builder;
    }

    void add(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            builder.addExtension(type, critical, value);
        } catch (IOException e) {
            throw new IllegalStateException("an extension that does not encode", e);
        }
    }

    /** Key identifiers by method 1 of RFC 5280 section 4.2.1.2. */
    void keyIdentifiers(SubjectPublicKeyInfo subject, SubjectPublicKeyInfo issuer) {
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            add(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(subject));
            add(Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuer));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    /** Where the complete revocation list is to be had, and the delta list (RFC 5280 sections 4.2.1.13 and 4.2.1.15). */
    void revocationLists(String publicUrl, String authority) {
        add(Extension.cRLDistributionPoints, false, at(CrlUrls.complete(publicUrl, authority)));
        add(Extension.freshestCRL, false, at(CrlUrls.delta(publicUrl, authority)));
    }

    static CRLDistPoint at(String url) {
        GeneralNames names = new GeneralNames(url(url));
        DistributionPoint point = new DistributionPoint(new DistributionPointName(names), null, null);
        return new CRLDistPoint(new DistributionPoint[] {point});
    }

    /**
     * Where the status and the issuer's certificate are to be had (RFC 5280 section 4.2.2.1).
     *
     * @param status URL of the OCSP responder, or null where there is none
     * @param issuer URL of the issuer's certificate
     */
    void access(@Nullable String status, String issuer) {
        List<AccessDescription> all = new ArrayList<>();
        if (status != null) {
            all.add(new AccessDescription(X509ObjectIdentifiers.id_ad_ocsp, url(status)));
        }
        all.add(new AccessDescription(X509ObjectIdentifiers.id_ad_caIssuers, url(issuer)));
        add(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(all.toArray(AccessDescription[]::new)));
    }

    private static GeneralName url(String url) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, url);
    }

    /** KC1 and KC2: the classes of the signing tool. */
    void qualifiedPolicies() {
        PolicyInformation[] policies = {new PolicyInformation(Oids.POLICY_KC1), new PolicyInformation(Oids.POLICY_KC2)};
        add(Extension.certificatePolicies, false, new CertificatePolicies(policies));
    }
}
