// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNumericString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.obnova.demo.problem.Problem;

/** What stands in the subject, by capacity (order of the FSB 795, section III). */
class SubjectNameTest {
    private static final CertificateSubject PERSON = new CertificateSubject(
            "Кораблёва Алёна Юрьевна", "Кораблёва", "Алёна Юрьевна", "RU", "11223344595", "770000000156", null);
    private static final Capacity.ForOrganisation ORGANISATION = new Capacity.ForOrganisation(
            "ООО «Ромашка»",
            "7700000016",
            "1027700000019",
            new Capacity.Place("г. Москва", "г. Москва", "ул. Садовая, д. 1"),
            "Бухгалтер",
            "Расчётный отдел");

    static Stream<Capacity> capacities() {
        return Stream.of(
                new Capacity.Private(),
                ORGANISATION,
                new Capacity.ForOrganisation(
                        "ООО «Ромашка»", "7700000016", "1027700000019", ORGANISATION.place(), null, null),
                new Capacity.Business("315770000000022"));
    }

    @ParameterizedTest
    @MethodSource("capacities")
    void name_isReadBack_asItWasWritten(Capacity capacity) {
        Bearer bearer = new Bearer(PERSON, capacity);

        assertThat(SubjectName.read(SubjectName.of(bearer))).contains(bearer);
    }

    @Test
    void organisation_isTheCommonName_andStandsThereWhole() {
        X500Name name = SubjectName.of(new Bearer(PERSON, ORGANISATION));

        assertThat(Arrays.stream(name.getRDNs())
                        .map(part -> part.getFirst().getType().getId() + " "
                                + part.getFirst().getValue()))
                .containsExactly(
                        "2.5.4.3 ООО «Ромашка»",
                        "2.5.4.4 Кораблёва",
                        "2.5.4.42 Алёна Юрьевна",
                        "2.5.4.6 RU",
                        "2.5.4.8 г. Москва",
                        "2.5.4.7 г. Москва",
                        "2.5.4.9 ул. Садовая, д. 1",
                        "2.5.4.10 ООО «Ромашка»",
                        "2.5.4.11 Расчётный отдел",
                        "2.5.4.12 Бухгалтер",
                        "1.2.643.100.1 1027700000019",
                        "1.2.643.100.3 11223344595",
                        "1.2.643.100.4 7700000016",
                        "1.2.643.3.131.1.1 770000000156");
        assertThat(name.getRDNs(Oids.INNLE)[0].getFirst().getValue()).isInstanceOf(DERNumericString.class);
        assertThat(name.getRDNs(Oids.OGRN)[0].getFirst().getValue()).isInstanceOf(DERNumericString.class);
    }

    @Test
    void person_isTheSame_whateverTheCapacity() {
        CertificateSubject read = SubjectName.read(SubjectName.of(new Bearer(PERSON, ORGANISATION)))
                .orElseThrow()
                .person();

        assertThat(read.samePerson(PERSON)).isTrue();
    }

    @Test
    void halfAnOrganisation_isNoName() {
        X500Name person = SubjectName.of(Bearer.of(PERSON));

        assertThat(SubjectName.read(with(person, BCStyle.O, new DERUTF8String("ООО «Ромашка»"))))
                .isEmpty();
        assertThat(SubjectName.read(with(person, BCStyle.T, new DERUTF8String("Директор"))))
                .isEmpty();
        assertThat(SubjectName.read(new X500NameBuilder(BCStyle.INSTANCE)
                        .addRDN(BCStyle.CN, new DERUTF8String("ООО «Ромашка»"))
                        .addRDN(BCStyle.O, new DERUTF8String("ООО «Ромашка»"))
                        .build()))
                .isEmpty();
        X500Name both = SubjectName.of(new Bearer(PERSON, ORGANISATION));
        assertThat(SubjectName.read(with(both, Oids.OGRNIP, new DERNumericString("315770000000022"))))
                .as("an organisation is no sole proprietor")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "770000001, 1027700000019, ООО",
        "7700000016, 102770000001, ООО",
        "7700000016, 1027700000019, ' '",
        "770000001a, 1027700000019, ООО",
    })
    void organisation_hasNumbersOfItsLengths_andAName(String inn, String ogrn, String name) {
        assertThatThrownBy(() -> new Capacity.ForOrganisation(name, inn, ogrn, ORGANISATION.place(), null, null))
                .isInstanceOf(Problem.class);
    }

    private static X500Name with(X500Name name, ASN1ObjectIdentifier type, ASN1Encodable value) {
        X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
        Stream.of(name.getRDNs()).forEach(part -> builder.addRDN(part.getFirst()));
        return builder.addRDN(type, value).build();
    }
}
