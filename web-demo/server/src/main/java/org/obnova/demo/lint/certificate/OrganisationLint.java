// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Lint;

/**
 * Who acts for an organisation has all of it in the subject: its name, which is the common name too, OGRN, INN (INNLE), region, town and street; who does not has nothing of it,
 * nor a position. An organisation is no sole proprietor.
 */
public final class OrganisationLint implements Lint<CertificateCandidate> {
    private static final ASN1ObjectIdentifier OGRN = new ASN1ObjectIdentifier("1.2.643.100.1");
    private static final ASN1ObjectIdentifier INNLE = new ASN1ObjectIdentifier("1.2.643.100.4");
    private static final ASN1ObjectIdentifier OGRNIP = new ASN1ObjectIdentifier("1.2.643.100.5");
    private static final List<ASN1ObjectIdentifier> WHOLE =
            List.of(BCStyle.O, OGRN, INNLE, BCStyle.ST, BCStyle.L, BCStyle.STREET);
    private static final List<ASN1ObjectIdentifier> ONLY_WITH_IT = List.of(BCStyle.T, BCStyle.OU);

    @Override
    public String source() {
        return "63-FZ, article 17, part 2; order of the FSB 795, section III, as amended by the order 31 of 2021";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        if (!candidate.isHolders()) {
            return Optional.empty();
        }
        X500Name subject = candidate.certificate().getSubject();
        long there = WHOLE.stream().filter(type -> count(subject, type) == 1).count();
        if (there == 0 && WHOLE.stream().allMatch(type -> count(subject, type) == 0)) {
            return ONLY_WITH_IT.stream().allMatch(type -> count(subject, type) == 0)
                    ? Optional.empty()
                    : Optional.of("a position or a department without an organisation");
        }
        if (there != WHOLE.size() || ONLY_WITH_IT.stream().anyMatch(type -> count(subject, type) > 1)) {
            return Optional.of("an organisation that is not there with each of its attributes exactly once");
        }
        if (count(subject, OGRNIP) != 0) {
            return Optional.of("an organisation with the number of a sole proprietor");
        }
        return value(subject, BCStyle.CN).equals(value(subject, BCStyle.O))
                ? Optional.empty()
                : Optional.of("the common name is not the organisation's");
    }

    private static int count(X500Name subject, ASN1ObjectIdentifier type) {
        return subject.getRDNs(type).length;
    }

    private static String value(X500Name subject, ASN1ObjectIdentifier type) {
        return count(subject, type) == 0
                ? ""
                : subject.getRDNs(type)[0].getFirst().getValue().toString();
    }
}
