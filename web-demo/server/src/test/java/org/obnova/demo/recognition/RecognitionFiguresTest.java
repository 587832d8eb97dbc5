// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.recognition.SyntheticPassport.Data;
import org.obnova.demo.recognition.SyntheticPassport.Scan;

/**
 * Twenty passports of nobody, leaning, noisy, blurred, at 300 and 200 dpi: how many fields are right, wrong, marked as unsure. The table is left in
 * {@code target/recognition.md}.
 */
class RecognitionFiguresTest {
    private static final int PASSPORTS = 20;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    /** Tesseract may misread it; it is never sure. */
    private static final String BY_TESSERACT = "birthPlace";

    @TempDir
    private Path folder;

    /** Of one field over all passports. */
    private static final class Figures {
        private int right;
        private int rightUnsure;
        private int wrongUnsure;
        private int wrongSure;
        private int missing;
    }

    @Test
    void twentyScans_giveEveryFieldOfTheZone_andNothingWrongIsSure() throws IOException {
        Map<String, Figures> all = new LinkedHashMap<>();
        PassportPage page = new PassportPage(
                new Zones(Templates.bundled(), TODAY), Tesseract.find(List.of(Path.of("/usr/bin")), folder));
        for (int number = 0; number < PASSPORTS; number++) {
            Data data = SyntheticPassport.data(number);
            byte[] file = SyntheticPassport.jpeg(data, SyntheticPassport.scan(number), number);
            Optional<Recognised> read = page.read(SyntheticPassport.picture(file));
            count(all, expected(data), read);
        }
        write(all);

        all.forEach((field, figures) ->
                assertThat(figures.wrongSure).as("wrong and sure: " + field).isZero());
        all.entrySet().stream()
                .filter(field -> !field.getKey().equals(BY_TESSERACT))
                .forEach(field ->
                        assertThat(field.getValue().right).as(field.getKey()).isGreaterThanOrEqualTo(18));
    }

    @Test
    void farWorseScans_areDoubtedRatherThanGuessed() throws IOException {
        PassportPage page = new PassportPage(new Zones(Templates.bundled(), TODAY), Optional.empty());
        Map<String, Figures> all = new LinkedHashMap<>();
        for (int number = 0; number < 8; number++) {
            Data data = SyntheticPassport.data(number);
            Scan terrible = new Scan(150, 3 - number, 30 + number * 6, 0.3, true);
            byte[] file = SyntheticPassport.jpeg(data, terrible, number);
            count(all, expected(data), page.read(SyntheticPassport.picture(file)));
        }

        all.forEach((field, figures) ->
                assertThat(figures.wrongSure).as("wrong and sure: " + field).isZero());
        assertThat(all.values().stream()
                        .mapToInt(one -> one.rightUnsure + one.wrongUnsure + one.missing)
                        .sum())
                .as("scans this bad leave something in doubt")
                .isPositive();
    }

    private static Map<String, String> expected(Data data) {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("surname", data.surname());
        expected.put("givenName", data.givenName());
        expected.put("patronymic", data.patronymic());
        expected.put("series", data.series());
        expected.put("number", data.number());
        expected.put("departmentCode", data.department());
        expected.put("issued", data.issued().toString());
        expected.put("birthDate", data.birth().toString());
        expected.put("sex", data.male() ? "male" : "female");
        expected.put(BY_TESSERACT, data.place());
        return expected;
    }

    private static void count(Map<String, Figures> all, Map<String, String> expected, Optional<Recognised> read) {
        expected.forEach((name, value) -> {
            Figures figures = all.computeIfAbsent(name, none -> new Figures());
            Recognised.Field field = read.map(one -> one.fields().get(name)).orElse(null);
            if (field == null) {
                figures.missing++;
            } else if (field.value().equals(value)) {
                figures.right += field.sure() ? 1 : 0;
                figures.rightUnsure += field.sure() ? 0 : 1;
            } else {
                figures.wrongSure += field.sure() ? 1 : 0;
                figures.wrongUnsure += field.sure() ? 0 : 1;
            }
        });
    }

    private static void write(Map<String, Figures> all) throws IOException {
        StringBuilder table = new StringBuilder("""
                | field | right, sure | right, unsure | wrong, unsure | wrong, sure | missing |
                | --- | --- | --- | --- | --- | --- |
                """);
        all.forEach((name, one) -> table.append("| %s | %d | %d | %d | %d | %d |%n"
                .formatted(name, one.right, one.rightUnsure, one.wrongUnsure, one.wrongSure, one.missing)));
        Path target = Files.createDirectories(Path.of("target"));
        Files.writeString(target.resolve("recognition.md"), table);
    }
}
