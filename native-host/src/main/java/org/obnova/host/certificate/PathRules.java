// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/** What RFC 5280 asks of each certificate of a path. */
final class PathRules {
    /** Extensions that may be critical: those that are checked here, and those that do not restrict a path. */
    private static final Set<ASN1ObjectIdentifier> KNOWN = Set.of(
            Extension.basicConstraints,
            Extension.keyUsage,
            Extension.extendedKeyUsage,
            Extension.certificatePolicies,
            Extension.subjectAlternativeName,
            Extension.issuerAlternativeName,
            Extension.privateKeyUsagePeriod,
            Extension.cRLDistributionPoints);

    private PathRules() {}

    static boolean isValidAt(X509CertificateHolder certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }

    /** Name constraints are not processed, so a certificate that has them is refused even where it forgot to make them critical. */
    static boolean hasUnknownCritical(X509CertificateHolder certificate) {
        Extensions extensions = certificate.getExtensions();
        if (extensions == null) {
            return false;
        }
        for (ASN1ObjectIdentifier oid : extensions.getExtensionOIDs()) {
            if (oid.equals(Extension.nameConstraints)
                    || (extensions.getExtension(oid).isCritical() && !KNOWN.contains(oid))) {
                return true;
            }
        }
        return false;
    }

    static boolean isSelfIssued(X509CertificateHolder certificate) {
        return certificate.getSubject().equals(certificate.getIssuer());
    }

    /** Why this certificate cannot issue; null when it can. */
    static @Nullable String refusalOfIssuer(X509CertificateHolder issuer, Instant now, int below) {
        if (!isValidAt(issuer, now)) {
            return "the issuer's certificate is not valid now";
        }
        if (hasUnknownCritical(issuer)) {
            return "the issuer's certificate has an unknown critical extension";
        }
        BasicConstraints constraints = BasicConstraints.fromExtensions(issuer.getExtensions());
        if (constraints == null || !constraints.isCA()) {
            return "the issuer is no CA";
        }
        BigInteger pathLength = constraints.getPathLenConstraint();
        if (pathLength != null && pathLength.compareTo(BigInteger.valueOf(below)) < 0) {
            return "the path is longer than an issuer allows";
        }
        KeyUsage usage = KeyUsage.fromExtensions(issuer.getExtensions());
        if (usage != null && !usage.hasUsages(KeyUsage.keyCertSign)) {
            return "the issuer's key may not sign certificates";
        }
        return null;
    }
}
