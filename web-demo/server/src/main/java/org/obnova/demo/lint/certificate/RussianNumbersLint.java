// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNumericString;
import org.bouncycastle.asn1.x500.RDN;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Lint;

/** SNILS, INN, INNLE, OGRN and OGRNIP are NumericString of 11, 12, 10, 13 and 15 digits; a natural person's name and SNILS are there. */
public final class RussianNumbersLint implements Lint<CertificateCandidate> {
    private static final String SNILS = "1.2.643.100.3";
    private static final Map<String, Integer> DIGITS =
            Map.of(SNILS, 11, "1.2.643.3.131.1.1", 12, "1.2.643.100.4", 10, "1.2.643.100.1", 13, "1.2.643.100.5", 15);
    /** CN, SN, GN, C, SNILS. */
    private static final List<String> NEEDED = List.of("2.5.4.3", "2.5.4.4", "2.5.4.42", "2.5.4.6", SNILS);

    @Override
    public String source() {
        return "Order of the FSB 795, section III, as amended by the order 31 of 2021";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        for (RDN part : candidate.certificate().getSubject().getRDNs()) {
            Integer digits = DIGITS.get(part.getFirst().getType().getId());
            if (digits == null) {
                continue;
            }
            if (!(part.getFirst().getValue() instanceof DERNumericString number)
                    || number.getString().length() != digits) {
                return Optional.of("not a NumericString of " + digits + " digits: "
                        + part.getFirst().getType());
            }
        }
        boolean complete = NEEDED.stream()
                .allMatch(type ->
                        candidate.certificate().getSubject().getRDNs(new ASN1ObjectIdentifier(type)).length == 1);
        return candidate.isHolders() && candidate.qualified() && !complete
                ? Optional.of("an attribute of the holder that order 795 wants is not there exactly once")
                : Optional.empty();
    }
}
