// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person as typed: read as a whole, with all that is wrong at once. */
class PersonFormTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private static final Map<String, String> CITIZEN = Map.ofEntries(
            Map.entry("surname", "Кораблёва"),
            Map.entry("givenName", "Алёна"),
            Map.entry("patronymic", "Юрьевна"),
            Map.entry("documentKind", "passport"),
            Map.entry("series", "45 12"),
            Map.entry("number", "345678"),
            Map.entry("departmentCode", "770001"),
            Map.entry("issued", "03.04.2012"),
            Map.entry("birthDate", "1984-03-14"),
            Map.entry("birthPlace", "г. Москва"),
            Map.entry("sex", "female"),
            Map.entry("snils", "112-233-445 95"),
            Map.entry("inn", "500100732259"),
            Map.entry("email", "korableva@example.org"),
            Map.entry("position", "Бухгалтер"));

    @Test
    void person_isReadFromACompleteForm() {
        Person person = form(Map.of()).read(TODAY).whole().orElseThrow();

        assertThat(person.name().full()).isEqualTo("Кораблёва Алёна Юрьевна");
        assertThat(person.document().display()).isEqualTo("4512 345678");
        assertThat(person.document().departmentCode()).isEqualTo("770-001");
        assertThat(person.document().issued()).isEqualTo("2012-04-03");
        assertThat(person.citizenship()).isEqualTo("RU");
        assertThat(person.snils().digits()).isEqualTo("11223344595");
        assertThat(person.unit()).isNull();
        assertThat(PersonForm.of(person).read(TODAY).whole()).contains(person);
    }

    @Test
    void letters_areKeptAsTheyAreInThePassport() {
        PersonName name = form(Map.of("surname", "Алейников", "givenName", "Семён"))
                .read(TODAY)
                .whole()
                .orElseThrow()
                .name();

        assertThat(name.givenName()).isEqualTo("Семён").isNotEqualTo("Семен");
        assertThat(name.surname()).isEqualTo("Алейников").isNotEqualTo("Алеиников");
        // A letter typed as letter and accent is the same letter: й is not и.
        assertThat(new PersonName("Алеи\u0306ников", "Семе\u0308н", null))
                .isEqualTo(new PersonName("Алейников", "Семён", null));
    }

    @Test
    void errors_areToldAllAtOnce_inTheOrderOfThePage() {
        FieldErrors errors = new PersonForm(Map.of("surname", "Korableva", "snils", "11223344596"))
                .read(TODAY)
                .errors();

        assertThat(errors.of("surname")).contains("letters");
        assertThat(errors.of("snils")).contains("snils");
        assertThat(errors.of("givenName")).contains("required");
        assertThat(errors.keys().keySet())
                .containsSubsequence(
                        "surname", "givenName", "documentKind", "birthDate", "sex", "snils", "inn", "email");
        assertThat(errors.of("patronymic")).as("nobody must have one").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "surname, Ivanov, letters",
        "series, 451, series",
        "number, 34567, number",
        "departmentCode, 77-001, departmentCode",
        "issued, 31.02.2012, date",
        "issued, 2026-11-23, future",
        "issued, 1983-01-01, issued",
        "birthDate, 1880-01-01, birthDate",
        "sex, '', choose",
        "citizenship, BY, citizenship",
        "citizenship, XX, country",
        "inn, 7707083893, inn",
        "email, korableva@, email",
        "email, кораблёва@example.org, email",
        "position, '\u202eх', line"
    })
    void field_isRefused_andNoOtherIsBlamed(String field, String typed, String wrong) {
        FieldErrors errors = form(Map.of(field, typed)).read(TODAY).errors();

        assertThat(errors.of(field)).contains(wrong);
        assertThat(errors.keys()).hasSize(1);
    }

    @Test
    void child_hasNoCertificate() {
        Map<String, String> child = Map.of("birthDate", "2013-01-01", "issued", "2026-01-15");

        assertThat(form(child).read(TODAY).errors().keys()).isEqualTo(Map.of("birthDate", "birthDate"));
        assertThat(form(Map.of("birthDate", "2012-11-22", "issued", "2026-01-15"))
                        .read(TODAY)
                        .whole())
                .isPresent();
    }

    @Test
    void foreigner_hasNoSeries_andNamesACountry() {
        Map<String, String> belarusian = Map.of(
                "documentKind", "foreign-passport",
                "series", "",
                "number", "MP1234567",
                "departmentCode", "",
                "citizenship", "by");

        Person person = form(belarusian).read(TODAY).whole().orElseThrow();

        assertThat(person.citizenship()).isEqualTo("BY");
        assertThat(person.document().series()).isNull();
        assertThat(person.document().departmentCode()).isNull();
        assertThat(form(Map.of("documentKind", "foreign-passport"))
                        .read(TODAY)
                        .errors()
                        .of("citizenship"))
                .contains("required");
    }

    @Test
    void draft_keepsWhatIsWrong_andNothingUnknown() {
        PersonForm draft = new PersonForm(Map.of("snils", " 12 ", "surname", "  ", "evil", "x"));

        assertThat(draft.fields()).containsExactly(Map.entry("snils", "12"));
        assertThat(FormJson.form(FormJson.write(draft))).isEqualTo(draft);
    }

    private static PersonForm form(Map<String, String> changed) {
        Map<String, String> fields = new HashMap<>(CITIZEN);
        fields.putAll(changed);
        return new PersonForm(fields);
    }
}
