// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Lint;
import org.obnova.demo.lint.Purpose;

/** Who can be revoked says where the list is; a holder's says where its status is asked too. */
public final class RevocationSourceLint implements Lint<CertificateCandidate> {
    @Override
    public String source() {
        return "RFC 5280 sections 4.2.1.13 and 4.2.2.1";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        if (candidate.purpose() == Purpose.ROOT) {
            return Optional.empty();
        }
        if (candidate.value(Extension.cRLDistributionPoints) == null) {
            return Optional.of("says not where the revocation list is");
        }
        ASN1Encodable access = candidate.value(Extension.authorityInfoAccess);
        boolean status = access != null
                && Stream.of(AuthorityInformationAccess.getInstance(access).getAccessDescriptions())
                        .anyMatch(each -> each.getAccessMethod().equals(X509ObjectIdentifiers.id_ad_ocsp));
        return candidate.isHolders() && !status ? Optional.of("says not where its status is asked") : Optional.empty();
    }
}
