// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNumericString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.keys.KeyAlgorithm;

class HolderTest {
    @SuppressWarnings("NullAway.Init")
    private static TestAuthority authority;

    @BeforeAll
    static void makeAuthority() {
        authority = TestAuthority.root(KeyAlgorithm.EC_P256, "Root");
    }

    @AfterAll
    static void closeAuthority() {
        authority.close();
    }

    @Test
    void dataOfAPersonAreRead() {
        Holder holder = holder(Subjects.ANNA.toX500Name());
        assertThat(holder.displayName()).isEqualTo("Ёлкина Анна Андреевна");
        assertThat(holder.snils()).contains("11223344595");
        assertThat(holder.inn()).contains("500100732259");
    }

    @ParameterizedTest
    @CsvSource({"007707083893, 7707083893", "500100732259, 500100732259", "7707083893, 7707083893"})
    void paddingOfAnOrganisationsInnIsTakenOff(String written, String expected) {
        X500Name name = name(HolderFields.INN, new DERNumericString(written));
        assertThat(holder(name).inn()).contains(expected);
    }

    @Test
    void numberOfAnotherLengthIsNone() {
        assertThat(holder(name(HolderFields.INN, new DERUTF8String("12ab"))).inn())
                .isEmpty();
        assertThat(holder(name(HolderFields.SNILS, new DERNumericString("1"))).snils())
                .isEmpty();
    }

    @Test
    void surnameAndGivenNameStandInForAMissingCommonName() {
        X500NameBuilder name = new X500NameBuilder();
        name.addRDN(BCStyle.SURNAME, "Ёлкина");
        name.addRDN(BCStyle.GIVENNAME, "Анна");
        assertThat(holder(name.build()).displayName()).isEqualTo("Ёлкина Анна");
    }

    @Test
    void whoActsForAnOrganisation_isNamedWithIt_thoughTheCommonNameIsTheOrganisations() {
        X500NameBuilder name = new X500NameBuilder();
        name.addRDN(BCStyle.CN, "ООО «Ромашка»");
        name.addRDN(BCStyle.SURNAME, "Ёлкина");
        name.addRDN(BCStyle.GIVENNAME, "Анна Андреевна");
        name.addRDN(BCStyle.O, "ООО «Ромашка»");

        assertThat(holder(name.build()).displayName()).isEqualTo("Ёлкина Анна Андреевна, ООО «Ромашка»");
    }

    @Test
    void organisationWithoutAPerson_isItsName() {
        X500NameBuilder name = new X500NameBuilder();
        name.addRDN(BCStyle.CN, "ООО «Ромашка»");
        name.addRDN(BCStyle.O, "ООО «Ромашка»");

        assertThat(holder(name.build()).displayName()).isEqualTo("ООО «Ромашка»");
    }

    @Test
    void charactersThatDoNotShowThemselvesAreReplacedAndLongNamesCut() {
        assertThat(holder(name(BCStyle.CN, new DERUTF8String("Анна\u202Eанин\u0007")))
                        .displayName())
                .isEqualTo("Анна\uFFFDанин\uFFFD");
        assertThat(holder(name(BCStyle.CN, new DERUTF8String("🔑".repeat(300)))).displayName())
                .isEqualTo("🔑".repeat(200));
    }

    private static X500Name name(org.bouncycastle.asn1.ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new X500NameBuilder().addRDN(type, value).build();
    }

    private static Holder holder(X500Name name) {
        return Holder.of(authority.issue(name, authority.certificate().getSubjectPublicKeyInfo()));
    }
}
