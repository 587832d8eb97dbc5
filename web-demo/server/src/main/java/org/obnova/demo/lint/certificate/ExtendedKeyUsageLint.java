// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Lint;
import org.obnova.demo.lint.Purpose;

/** A service has one purpose, and only that; nobody has any purpose whatever. */
public final class ExtendedKeyUsageLint implements Lint<CertificateCandidate> {
    @Override
    public String source() {
        return "RFC 5280 section 4.2.1.12; RFC 3161 section 2.3; RFC 6960 section 4.2.2.2";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        ASN1Encodable value = candidate.value(Extension.extendedKeyUsage);
        if (candidate.isIssuers()) {
            return Optional.empty();
        }
        if (value == null) {
            return Optional.of("extendedKeyUsage is missing");
        }
        ExtendedKeyUsage usage = ExtendedKeyUsage.getInstance(value);
        if (usage.hasKeyPurposeId(KeyPurposeId.anyExtendedKeyUsage)) {
            return Optional.of("extendedKeyUsage allows anything");
        }
        boolean one = usage.size() == 1 && candidate.critical(Extension.extendedKeyUsage);
        boolean service = usage.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning)
                || usage.hasKeyPurposeId(KeyPurposeId.id_kp_timeStamping)
                || usage.hasKeyPurposeId(KeyPurposeId.id_kp_cmcCA);
        if (candidate.purpose() == Purpose.SERVICE) {
            return one && service
                    ? Optional.empty()
                    : Optional.of("a service's extendedKeyUsage is not one critical purpose");
        }
        return service ? Optional.of("a holder may act as a service") : Optional.empty();
    }
}
