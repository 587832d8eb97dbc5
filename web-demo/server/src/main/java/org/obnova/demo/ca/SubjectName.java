// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/**
 * A holder's distinguished name (order of the FSB 795, section III, as amended by the order 31 of 2021): CN, SN, GN, C, SNILS and INN of the person; of an organisation
 * its own name as CN, and between them ST, L, STREET, O, OU, T, OGRN, and INNLE; of a sole proprietor OGRNIP. The numbers are NumericStrings.
 */
final class SubjectName {
    private static final Set<ASN1ObjectIdentifier> NUMBERS =
            Set.of(Oids.SNILS, Oids.INN, Oids.INNLE, Oids.OGRN, Oids.OGRNIP);

    private SubjectName() {}

    static X500Name of(Bearer bearer) {
        CertificateSubject person = bearer.person();
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        Capacity capacity = bearer.capacity();
        text(name, BCStyle.CN, capacity instanceof Capacity.ForOrganisation of ? of.name() : person.commonName());
        text(name, BCStyle.SURNAME, person.surname());
        text(name, BCStyle.GIVENNAME, person.givenName());
        name.addRDN(BCStyle.C, new DERPrintableString(person.country()));
        if (capacity instanceof Capacity.ForOrganisation organisation) {
            organisation(name, organisation);
        }
        number(name, Oids.SNILS, person.snils());
        if (capacity instanceof Capacity.ForOrganisation organisation) {
            number(name, Oids.INNLE, organisation.inn());
        }
        number(name, Oids.INN, person.inn());
        if (capacity instanceof Capacity.Business business) {
            number(name, Oids.OGRNIP, business.ogrnip());
        }
        return name.build();
    }

    private static void organisation(X500NameBuilder name, Capacity.ForOrganisation organisation) {
        text(name, BCStyle.ST, organisation.place().region());
        text(name, BCStyle.L, organisation.place().locality());
        text(name, BCStyle.STREET, organisation.place().street());
        text(name, BCStyle.O, organisation.name());
        text(name, BCStyle.OU, organisation.unit());
        text(name, BCStyle.T, organisation.title());
        number(name, Oids.OGRN, organisation.ogrn());
    }

    private static void text(X500NameBuilder name, ASN1ObjectIdentifier type, @Nullable String value) {
        if (value != null) {
            name.addRDN(type, new DERUTF8String(value));
        }
    }

    private static void number(X500NameBuilder name, ASN1ObjectIdentifier type, String digits) {
        name.addRDN(type, new DERNumericString(digits));
    }

    /**
     * Reads a name back. Empty where an attribute is missing, twice there, of another string type, unknown, or not valid. An
     * e-mail address may be there in a request.
     */
    static Optional<Bearer> read(X500Name name) {
        Map<ASN1ObjectIdentifier, String> values = new HashMap<>();
        for (RDN rdn : name.getRDNs()) {
            if (rdn.isMultiValued()) {
                return Optional.empty();
            }
            ASN1ObjectIdentifier type = rdn.getFirst().getType();
            String text = text(type, rdn.getFirst().getValue().toASN1Primitive());
            if (text == null || values.put(type, text) != null) {
                return Optional.empty();
            }
        }
        try {
            Bearer bearer = bearer(values);
            return values.isEmpty() ? Optional.of(bearer) : Optional.empty();
        } catch (Problem invalid) {
            return Optional.empty();
        }
    }

    /** Takes out what it understands. */
    private static Bearer bearer(Map<ASN1ObjectIdentifier, String> values) {
        String common = taken(values, BCStyle.CN);
        String surname = taken(values, BCStyle.SURNAME);
        String givenName = taken(values, BCStyle.GIVENNAME);
        Capacity capacity = capacity(values, common);
        // The common name of a person is made of the same words; an organisation's certificate has its own name there.
        CertificateSubject person = new CertificateSubject(
                capacity instanceof Capacity.ForOrganisation ? surname + " " + givenName : common,
                surname,
                givenName,
                taken(values, BCStyle.C),
                taken(values, Oids.SNILS),
                taken(values, Oids.INN),
                values.remove(BCStyle.EmailAddress));
        return new Bearer(person, capacity);
    }

    private static Capacity capacity(Map<ASN1ObjectIdentifier, String> values, String common) {
        if (values.containsKey(Oids.OGRNIP)) {
            return new Capacity.Business(taken(values, Oids.OGRNIP));
        }
        if (!common.equals(values.get(BCStyle.O))) {
            return new Capacity.Private();
        }
        Capacity.Place place =
                new Capacity.Place(taken(values, BCStyle.ST), taken(values, BCStyle.L), taken(values, BCStyle.STREET));
        return new Capacity.ForOrganisation(
                taken(values, BCStyle.O),
                taken(values, Oids.INNLE),
                taken(values, Oids.OGRN),
                place,
                values.remove(BCStyle.T),
                values.remove(BCStyle.OU));
    }

    private static String taken(Map<ASN1ObjectIdentifier, String> values, ASN1ObjectIdentifier type) {
        String value = values.remove(type);
        return value == null ? "" : value;
    }

    private static @Nullable String text(ASN1ObjectIdentifier type, ASN1Primitive value) {
        if (!(value instanceof ASN1String string) || NUMBERS.contains(type) != value instanceof DERNumericString) {
            return null;
        }
        return string.getString();
    }
}
