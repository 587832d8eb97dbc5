// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERNumericString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Linter;
import org.obnova.demo.lint.Purpose;

/** Makes the authorities' own keys and certificates (RFC 5280 section 4.2). */
final class AuthorityCertificates {
    private static final int YEARS_BACK = 3;
    private static final int ROOT_YEARS = 20;
    private static final int ISSUING_YEARS = 10;
    private static final int SERVICE_YEARS = 5;
    private static final String ORGANISATION = "Обнова (демонстрация, не настоящий УЦ)";
    /** Obviously nobody's. */
    private static final String NO_OGRN = "0000000000000";

    private static final String NO_INN = "0000000000";

    private final InstantSource clock;
    private final SecureRandom random;
    private final String publicUrl;

    AuthorityCertificates(InstantSource clock, SecureRandom random, String publicUrl) {
        this.clock = clock;
        this.random = random;
        this.publicUrl = publicUrl;
    }

    /** A new authority with a new key: a root where there is no issuer. */
    Authority make(AuthorityKind kind, CaProfile profile, @Nullable Authority issuer, KeyPair keys) {
        SubjectPublicKeyInfo info = KeyRules.exact(keys.getPublic(), profile);
        X500Name name = name(kind, profile);
        Instant now = clock.instant();
        int years = issuer == null ? ROOT_YEARS : ISSUING_YEARS;
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer == null ? name : issuer.certificate().getSubject(),
                Serials.next(random),
                Date.from(now.atOffset(ZoneOffset.UTC).minusYears(YEARS_BACK).toInstant()),
                Date.from(now.atOffset(ZoneOffset.UTC).plusYears(years).toInstant()),
                name,
                info);
        Extensions extensions = new Extensions(builder);
        extensions.add(
                Extension.basicConstraints,
                true,
                issuer == null ? new BasicConstraints(true) : new BasicConstraints(0));
        extensions.add(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        extensions.keyIdentifiers(
                info, issuer == null ? info : issuer.certificate().getSubjectPublicKeyInfo());
        if (issuer != null) {
            extensions.revocationLists(publicUrl, issuer.id());
            extensions.access(null, publicUrl + "/ca/" + issuer.id() + ".cer");
        }
        if (profile.qualified()) {
            extensions.qualifiedPolicies();
            extensions.add(Oids.SUBJECT_SIGN_TOOL, false, new DERUTF8String(QualifiedTexts.SIGN_TOOL));
        }
        X509CertificateHolder certificate =
                builder.build(Crypto.signer(profile, issuer == null ? keys.getPrivate() : issuer.key(), random));
        Purpose purpose = issuer == null ? Purpose.ROOT : Purpose.AUTHORITY;
        X509CertificateHolder above = issuer == null ? certificate : issuer.certificate();
        Linter.check(new CertificateCandidate(certificate, above, purpose, profile.qualified()));
        List<X509CertificateHolder> chain = new ArrayList<>(List.of(certificate));
        if (issuer != null) {
            chain.addAll(issuer.chain());
        }
        return new Authority(kind.id(profile), profile, keys.getPrivate(), chain);
    }

    /** A new key that speaks for an authority, and does nothing else: its one extended key usage is critical (RFC 3161 section 2.3). */
    KeyFile service(ServiceKind kind, Authority authority, KeyPair keys) {
        CaProfile profile = authority.profile();
        SubjectPublicKeyInfo info = KeyRules.exact(keys.getPublic(), profile);
        Instant now = clock.instant();
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                authority.certificate().getSubject(),
                Serials.next(random),
                Date.from(now.atOffset(ZoneOffset.UTC).minusYears(YEARS_BACK).toInstant()),
                Date.from(now.atOffset(ZoneOffset.UTC).plusYears(SERVICE_YEARS).toInstant()),
                name(kind, authority),
                info);
        Extensions extensions = new Extensions(builder);
        extensions.add(Extension.basicConstraints, true, new BasicConstraints(false));
        extensions.add(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        extensions.add(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(kind.purpose()));
        extensions.keyIdentifiers(info, authority.certificate().getSubjectPublicKeyInfo());
        extensions.revocationLists(publicUrl, authority.id());
        if (kind == ServiceKind.STATUS) {
            extensions.add(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        }
        X509CertificateHolder certificate = builder.build(Crypto.signer(profile, authority.key(), random));
        Linter.check(
                new CertificateCandidate(certificate, authority.certificate(), Purpose.SERVICE, profile.qualified()));
        List<X509CertificateHolder> chain = new ArrayList<>(List.of(certificate));
        chain.addAll(authority.chain());
        return new KeyFile(keys.getPrivate(), chain);
    }

    private static X500Name name(ServiceKind kind, Authority authority) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        name.addRDN(BCStyle.C, new DERPrintableString("RU"));
        name.addRDN(BCStyle.O, new DERUTF8String(ORGANISATION));
        name.addRDN(BCStyle.CN, new DERUTF8String("ТЕСТ: " + kind.title() + " (" + authority.id() + ")"));
        return name.build();
    }

    private static X500Name name(AuthorityKind kind, CaProfile profile) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        ASN1Encodable organisation = new DERUTF8String(ORGANISATION);
        name.addRDN(BCStyle.C, new DERPrintableString("RU"));
        name.addRDN(BCStyle.ST, new DERUTF8String(kind.region()));
        name.addRDN(BCStyle.L, new DERUTF8String(kind.city()));
        name.addRDN(BCStyle.O, organisation);
        if (profile.qualified()) {
            name.addRDN(Oids.OGRN, new DERNumericString(NO_OGRN));
            name.addRDN(Oids.INNLE, new DERNumericString(NO_INN));
        }
        name.addRDN(BCStyle.CN, new DERUTF8String(kind.title() + " «Обнова», " + profile.title()));
        return name.build();
    }
}
