// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

class CertificateSubjectTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "commonName, '', Ф, И, RU, 11223344595, 770000000156, -",
                "commonName, 'Ф\u202eИ', Ф, И, RU, 11223344595, 770000000156, -",
                "surname, ФИ, ' ', И, RU, 11223344595, 770000000156, -",
                "givenName, ФИ, Ф, 'И\t', RU, 11223344595, 770000000156, -",
                "country, ФИ, Ф, И, ru, 11223344595, 770000000156, -",
                "country, ФИ, Ф, И, RUS, 11223344595, 770000000156, -",
                "snils, ФИ, Ф, И, RU, 11223344596, 770000000156, -",
                "snils, ФИ, Ф, И, RU, 1122334459, 770000000156, -",
                "snils, ФИ, Ф, И, RU, 112233445٩5, 770000000156, -",
                "inn, ФИ, Ф, И, RU, 11223344595, 770000000157, -",
                "inn, ФИ, Ф, И, RU, 11223344595, 770000000166, -",
                "inn, ФИ, Ф, И, RU, 11223344595, 7700000001, -",
                "email, ФИ, Ф, И, RU, 11223344595, 770000000156, nobody"
            })
    void constructor_namesTheField_thatIsNotValid(
            String field,
            String commonName,
            String surname,
            String givenName,
            String country,
            String snils,
            String inn,
            String email) {
        assertThatThrownBy(() -> new CertificateSubject(commonName, surname, givenName, country, snils, inn, email))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.FIELD_INVALID);
                    assertThat(problem.values()).containsEntry("field", field);
                });
    }

    @Test
    void samePerson_keepsYo_andIgnoresTheAddress() {
        CertificateSubject one = subject("Кораблёва", "a@example.org");

        assertThat(one.samePerson(subject("Кораблёва", null))).isTrue();
        assertThat(one.samePerson(subject("Кораблева", "a@example.org"))).isFalse();
    }

    private static CertificateSubject subject(String surname, @org.jspecify.annotations.Nullable String email) {
        return new CertificateSubject(surname + " А", surname, "А", "RU", "11223344595", "770000000156", email);
    }
}
