// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.bouncycastle.asn1.ASN1NumericString;
import org.bouncycastle.asn1.x500.RDN;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

class SubjectTest {
    @ParameterizedTest
    @CsvSource({
        "commonName, ''",
        "commonName, ' '",
        "commonName, 'Анна\u202Eанин'",
        "commonName, 'Анна\u0000'",
        "surname, 'Ё\nлкина'",
        "givenName, 'Анна\u200B'",
        "country, ru",
        "country, RUS",
        "country, ''",
        "snils, 11223344596",
        "snils, 1122334459",
        "snils, 112-233-445 95",
        "snils, 00000000000",
        "snils, １１２２３３４４５９５",
        "inn, 500100732258",
        "inn, 7707083893",
        "inn, 000000000000",
        "email, anna",
        "email, anna@",
        "email, 'anna @example.org'",
        "email, анна@example.org",
    })
    void wrongFieldIsRefusedByItsName(String field, String value) {
        Fault fault = catchThrowableOfType(Fault.class, () -> withField(field, value));
        assertThat(fault.code()).isEqualTo(ErrorCode.SUBJECT_INVALID);
        assertThat(fault.values()).containsEntry("field", field);
        assertThat(fault.getMessage()).doesNotContain("500100").doesNotContain("1122");
    }

    @Test
    void textOf128CharactersIsTakenAndOf129Refused() {
        assertThat(withField("surname", "Ж".repeat(128)).surname()).hasSize(128);
        assertThat(catchThrowableOfType(Fault.class, () -> withField("surname", "Ж".repeat(129))))
                .isNotNull();
    }

    /** The first is the Pension Fund's own example; the others have sums about 100, 101 and 202, where the rule turns. */
    @ParameterizedTest
    @CsvSource({
        "11223344595, true",
        "11223319899, true",
        "11223319900, true",
        "11223328900, true",
        "11223329801, true",
        "11269999800, true",
        "11269999900, true",
        "11278999901, true",
        "11223328901, false",
        "11223344559, false",
    })
    void checkDigitsOfSnils(String snils, boolean right) {
        assertThat(CheckDigits.isSnils(snils)).isEqualTo(right);
    }

    @Test
    void nameHasTheOrderAndTypesOfOrder795() {
        RDN[] rdns = Subjects.ANNA.toX500Name().getRDNs();
        assertThat(rdns)
                .extracting(rdn -> rdn.getFirst().getType().getId())
                .containsExactly(
                        "2.5.4.3",
                        "2.5.4.4",
                        "2.5.4.42",
                        "2.5.4.6",
                        "1.2.643.100.3",
                        "1.2.643.3.131.1.1",
                        "1.2.840.113549.1.9.1");
        assertThat(rdns[4].getFirst().getValue()).isInstanceOf(ASN1NumericString.class);
        assertThat(rdns[5].getFirst().getValue()).isInstanceOf(ASN1NumericString.class);
        assertThat(withField("email", null).toX500Name().getRDNs()).hasSize(6);
    }

    @Test
    void nothingOfThePersonIsInToString() {
        assertThat(Subjects.ANNA).hasToString("Subject");
    }

    private static Subject withField(String field, @Nullable String value) {
        Subject a = Subjects.ANNA;
        String text = String.valueOf(value);
        return switch (field) {
            case "commonName" ->
                new Subject(text, a.surname(), a.givenName(), a.country(), a.snils(), a.inn(), a.email());
            case "surname" ->
                new Subject(a.commonName(), text, a.givenName(), a.country(), a.snils(), a.inn(), a.email());
            case "givenName" ->
                new Subject(a.commonName(), a.surname(), text, a.country(), a.snils(), a.inn(), a.email());
            case "country" ->
                new Subject(a.commonName(), a.surname(), a.givenName(), text, a.snils(), a.inn(), a.email());
            case "snils" ->
                new Subject(a.commonName(), a.surname(), a.givenName(), a.country(), text, a.inn(), a.email());
            case "inn" ->
                new Subject(a.commonName(), a.surname(), a.givenName(), a.country(), a.snils(), text, a.email());
            default -> new Subject(a.commonName(), a.surname(), a.givenName(), a.country(), a.snils(), a.inn(), value);
        };
    }
}
