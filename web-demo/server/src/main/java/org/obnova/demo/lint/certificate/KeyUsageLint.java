// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Lint;

/** Critical; who issues signs certificates and lists, nobody else does; a holder's key signs, and a GOST one agrees on keys too. */
public final class KeyUsageLint implements Lint<CertificateCandidate> {
    private static final int ISSUES = KeyUsage.keyCertSign | KeyUsage.cRLSign;
    private static final int SIGNS = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;

    @Override
    public String source() {
        return "RFC 5280 section 4.2.1.3; order 795, section III";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        ASN1Encodable value = candidate.value(Extension.keyUsage);
        if (value == null || !candidate.critical(Extension.keyUsage)) {
            return Optional.of("keyUsage is missing or not critical");
        }
        KeyUsage usage = KeyUsage.getInstance(value);
        if (usage.hasUsages(ISSUES) != candidate.isIssuers()
                || (!candidate.isIssuers()
                        && (usage.hasUsages(KeyUsage.keyCertSign) || usage.hasUsages(KeyUsage.cRLSign)))) {
            return Optional.of("keyUsage lets the wrong one issue");
        }
        if (!candidate.isIssuers() && !usage.hasUsages(SIGNS)) {
            return Optional.of("keyUsage does not let the key sign");
        }
        boolean agrees = usage.hasUsages(KeyUsage.keyAgreement);
        return candidate.isHolders() && candidate.qualified() && !agrees
                ? Optional.of("keyUsage lacks keyAgreement")
                : Optional.empty();
    }
}
