// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Whose a certificate is, as it says itself.
 *
 * @param displayName the common name, else surname and given name, else the whole name; of who acts for an organisation the person and the organisation; without invisible characters, so safe to
 *     show
 * @param snils 11 digits
 * @param inn of a person 12 digits, of an organisation 10: older certificates write the latter into the same field, with 00 before it
 */
public record Holder(String displayName, Optional<String> snils, Optional<String> inn) {
    private static final int LONGEST = 200;
    private static final String PADDING = "00";

    /** Reads the subject of a certificate. */
    public static Holder of(X509CertificateHolder certificate) {
        X500Name subject = certificate.getSubject();
        return new Holder(
                displayName(subject),
                text(subject, HolderFields.SNILS).filter(s -> s.matches("[0-9]{11}")),
                text(subject, HolderFields.INN).flatMap(Holder::normalInn));
    }

    private static String displayName(X500Name subject) {
        Optional<String> person = text(subject, BCStyle.SURNAME)
                .map(surname -> text(subject, BCStyle.GIVENNAME)
                        .map(given -> surname + " " + given)
                        .orElse(surname));
        // The common name of an organisation's certificate is the organisation's own (order of the FSB 795, section
        // III).
        String name = person.flatMap(who -> text(subject, BCStyle.O).map(of -> who + ", " + of))
                .or(() -> text(subject, BCStyle.CN))
                .or(() -> person)
                .orElseGet(subject::toString);
        String shown = VisibleText.shown(name).strip();
        int length = Math.min(LONGEST, shown.codePointCount(0, shown.length()));
        return shown.substring(0, shown.offsetByCodePoints(0, length));
    }

    private static Optional<String> normalInn(String inn) {
        if (inn.matches("[0-9]{12}")) {
            return Optional.of(inn.startsWith(PADDING) ? inn.substring(PADDING.length()) : inn);
        }
        return inn.matches("[0-9]{10}") ? Optional.of(inn) : Optional.empty();
    }

    private static Optional<String> text(X500Name name, ASN1ObjectIdentifier type) {
        for (RDN rdn : name.getRDNs(type)) {
            for (var attribute : rdn.getTypesAndValues()) {
                if (attribute.getType().equals(type)
                        && attribute.getValue() instanceof ASN1String string
                        && !string.getString().isBlank()) {
                    return Optional.of(string.getString());
                }
            }
        }
        return Optional.empty();
    }
}
