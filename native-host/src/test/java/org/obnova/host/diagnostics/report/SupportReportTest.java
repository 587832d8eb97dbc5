// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.diagnostics.Examined;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Verdict;
import org.obnova.host.diagnostics.report.SupportReport.Facts;
import org.obnova.host.task.Language;
import org.obnova.host.workstation.Words;

/** Whatever belongs to the person alone, wherever it gets into the report: it does not come out of it. */
class SupportReportTest {
    private static final Instant MADE = Instant.parse("2027-03-01T10:20:30Z");
    private static final Facts NONE = new Facts(List.of(), List.of(), List.of());
    private static final int ROUNDS = 400;

    private static final List<String> SURNAMES =
            List.of("Иванова", "Петров-Водкин", "Ёлкина", "Щербакова", "Цой", "Мамин-Сибиряк");
    private static final List<String> NAMES = List.of("Анна", "Пётр", "Юлия", "Ян", "Эльдар");
    private static final List<String> MIDDLE = List.of("Андреевна", "Ильич", "Юрьевна", "Эдуардович");

    /** Each makes one secret; the second part is what must not be found afterwards. */
    private static String[] secret(Random random) {
        String digits = digits(random, 12);
        String name = any(SURNAMES, random) + " " + any(NAMES, random) + " " + any(MIDDLE, random);
        return switch (random.nextInt(12)) {
            case 0 -> new String[] {digits.substring(0, 11)};
            case 1 -> new String[] {snils(digits)};
            case 2 -> new String[] {digits};
            case 3 -> new String[] {digits.substring(0, 10)};
            case 4 -> new String[] {name, name.split(" ", -1)[0]};
            case 5 -> new String[] {name.toUpperCase(Locale.ROOT)};
            case 6 ->
                new String[] {any(SURNAMES, random) + " " + any(NAMES, random).charAt(0) + ". Ю."};
            case 7 -> new String[] {hex(random, 8 + random.nextInt(24))};
            case 8 -> new String[] {"PIN-код: " + digits.substring(0, 4), digits.substring(0, 4)};
            case 9 -> new String[] {"/home/ivanova/ключи", "/home/ivanova", "ivanova"};
            case 10 -> new String[] {"пароль = Qwerty" + digits.substring(0, 3), "Qwerty" + digits.substring(0, 3)};
            default -> new String[] {"a.ivanova" + digits.substring(0, 2) + "@mail.example"};
        };
    }

    private static final List<String> AROUND = List.of(
            "Файл %s не читается.",
            "%s",
            "модуль (%s), версия 0.1.0",
            "/opt/vendor/%s/lib.so",
            "«%s»: отказ",
            "caused by %s; retry",
            "%s\nвторая строка",
            "ключ=%s,");

    @Test
    void secrets_neverComeOut_whereverTheyStand() {
        Random random = new Random(20270301);
        for (int round = 0; round < ROUNDS; round++) {
            String[] secret = secret(random);
            String around = any(AROUND, random);
            String text = String.format(Locale.ROOT, around, secret[0]);
            Words words = new Words(text, text);
            Finding finding = new Finding("settings", Verdict.PROBLEM, "invalid", words, words, words);
            Facts facts = new Facts(List.of(text), List.of(text), List.of(text, "x " + text));
            String report = new SupportReport("/home/ivanova", List.of("ivanova"))
                    .text(List.of(new Examined(finding, false, null)), facts, MADE, Language.RU);
            for (String leak : secret) {
                assertThat(report).as("%s in %s", secret[0], around).doesNotContainIgnoringCase(leak);
            }
        }
    }

    static Stream<String> known() {
        return Stream.of("Ivanova", "Ольга", "ООО «Ромашка»", "Ромашка", "buh-pc-17", "Anna Petrova");
    }

    @ParameterizedTest
    @MethodSource("known")
    void knownNames_neverComeOut_inAnyCase(String name) {
        SupportReport report = new SupportReport("/home/anna", known().toList());
        for (String text : List.of(name, name.toUpperCase(Locale.ROOT), "/srv/" + name + "/x", "«" + name + "»")) {
            String masked = report.text(List.of(), new Facts(List.of(text), List.of(), List.of()), MADE, Language.EN);
            assertThat(masked).doesNotContainIgnoringCase(name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "obnova-host: 0.1.0, protocol 1",
                "system: Linux 6.1.0-18-amd64 amd64",
                "java: Eclipse Adoptium 25.0.1+8-LTS",
                "module: /usr/lib/librtpkcs11ecp.so",
                "problem  host-manifest.chromium (byte-order-mark)",
                "Связь браузера с приложением: Яндекс Браузер",
                "Свободно 1048 МБ."
            })
    void whatSupportNeeds_stays(String line) {
        String report = new SupportReport("/home/anna", List.of("anna", "root"))
                .text(List.of(), new Facts(List.of(line), List.of(), List.of()), MADE, Language.RU);
        assertThat(report).contains(line).contains("2027-03-01T10:20:30Z");
    }

    @Test
    void log_isQuotedWhereItHoldsCodesOnly() {
        List<String> log = new ArrayList<>(List.of(
                "2027-03-01T10:00:00.123Z certificates.list done",
                "2027-03-01T10:00:01.123Z request.create 1203 storage_full",
                "2027-03-01T10:00:02.123Z incident 8000deadbeef0123 java.io.IOException at org.obnova.host.Main:17",
                "2027-03-01T10:00:03.123Z opened /home/anna/Договор.docx"));
        String report = new SupportReport("/home/anna", List.of())
                .text(List.of(), new Facts(List.of(), List.of(), log), MADE, Language.RU);
        assertThat(report).contains(log.get(0), log.get(1), log.get(2)).doesNotContain("opened", "Договор");
    }

    @Test
    void zip_holdsTheText_andNothingElse() throws IOException {
        String text = new SupportReport("/home/anna", List.of()).text(List.of(), NONE, MADE, Language.RU);
        byte[] octets = SupportReport.zip(text);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(octets))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("report.txt");
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text);
            assertThat(zip.getNextEntry()).isNull();
        }
        assertThat(SupportReport.zip(text)).as("the same text, the same octets").isEqualTo(octets);
        assertThat(SupportReport.name(MADE)).isEqualTo("obnova-report-2027-03-01.zip");
    }

    private static String any(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + (i == 0 ? 1 + random.nextInt(9) : random.nextInt(10))));
        }
        return digits.toString();
    }

    private static String snils(String digits) {
        return digits.substring(0, 3) + "-" + digits.substring(3, 6) + "-" + digits.substring(6, 9) + " "
                + digits.substring(9, 11);
    }

    /** With a digit and a letter, as serial numbers have. */
    private static String hex(Random random, int count) {
        StringBuilder hex = new StringBuilder("4a");
        while (hex.length() < count) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }
}
