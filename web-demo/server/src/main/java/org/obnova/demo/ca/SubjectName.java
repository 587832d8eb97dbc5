// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERNumericString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;

/** A holder's distinguished name: CN, SN, GN, C, SNILS and INN in this order, the last two as NumericString (order 795). */
final class SubjectName {
    private SubjectName() {}

    static X500Name of(CertificateSubject subject) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        name.addRDN(BCStyle.CN, new DERUTF8String(subject.commonName()));
        name.addRDN(BCStyle.SURNAME, new DERUTF8String(subject.surname()));
        name.addRDN(BCStyle.GIVENNAME, new DERUTF8String(subject.givenName()));
        name.addRDN(BCStyle.C, new DERPrintableString(subject.country()));
        name.addRDN(Oids.SNILS, new DERNumericString(subject.snils()));
        name.addRDN(Oids.INN, new DERNumericString(subject.inn()));
        return name.build();
    }

    /**
     * Reads a name back. Empty where an attribute is missing, twice there, of another string type, unknown, or not valid. An
     * e-mail address may be there in a request.
     */
    static Optional<CertificateSubject> read(X500Name name) {
        Map<ASN1ObjectIdentifier, String> values = new HashMap<>();
        for (RDN rdn : name.getRDNs()) {
            if (rdn.isMultiValued()) {
                return Optional.empty();
            }
            ASN1ObjectIdentifier type = rdn.getFirst().getType();
            ASN1Encodable value = rdn.getFirst().getValue();
            String text = text(type, value.toASN1Primitive());
            if (text == null || values.put(type, text) != null) {
                return Optional.empty();
            }
        }
        return subject(values);
    }

    private static Optional<CertificateSubject> subject(Map<ASN1ObjectIdentifier, String> values) {
        String email = values.remove(BCStyle.EmailAddress);
        if (values.size() != 6) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CertificateSubject(
                    values.getOrDefault(BCStyle.CN, ""),
                    values.getOrDefault(BCStyle.SURNAME, ""),
                    values.getOrDefault(BCStyle.GIVENNAME, ""),
                    values.getOrDefault(BCStyle.C, ""),
                    values.getOrDefault(Oids.SNILS, ""),
                    values.getOrDefault(Oids.INN, ""),
                    email));
        } catch (Problem invalid) {
            return Optional.empty();
        }
    }

    private static @Nullable String text(ASN1ObjectIdentifier type, ASN1Primitive value) {
        boolean numeric = type.equals(Oids.SNILS) || type.equals(Oids.INN);
        if (!(value instanceof ASN1String string) || numeric != value instanceof DERNumericString) {
            return null;
        }
        return string.getString();
    }
}
