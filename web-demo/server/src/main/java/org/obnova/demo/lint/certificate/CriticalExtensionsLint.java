// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Lint;

/** What is critical is what every program knows: the others would be refused. */
public final class CriticalExtensionsLint implements Lint<CertificateCandidate> {
    private static final Set<ASN1ObjectIdentifier> KNOWN =
            Set.of(Extension.basicConstraints, Extension.keyUsage, Extension.extendedKeyUsage);

    @Override
    public String source() {
        return "RFC 5280 section 4.2";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        for (Object each : candidate.certificate().getCriticalExtensionOIDs()) {
            if (!KNOWN.contains(each)) {
                return Optional.of("an extension is critical that few know: " + each);
            }
        }
        return Optional.empty();
    }
}
