// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.obnova.demo.identity.DocumentKind;
import org.obnova.demo.identity.IdentityDocument;
import org.obnova.demo.identity.Inn;
import org.obnova.demo.identity.Ogrn;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.Person;
import org.obnova.demo.identity.PersonName;
import org.obnova.demo.identity.Sex;
import org.obnova.demo.identity.Snils;

/** What is printed, as programs of others see it: poppler reads text, fonts and structure, qpdf the file's syntax. */
class PrintsTest {
    private static final Prints PRINTS = new Prints();
    private static final StatementSheet STATEMENT =
            new StatementSheet("Заявление на выдачу сертификата", """
            ЗАЯВЛЕНИЕ
            на выдачу сертификата ключа проверки электронной подписи

            Я, Кораблёва Алёна Юрьевна, прошу — «ёлочки», № 7, § 1, Щ Ъ Й <b>&amp; "кавычки".
            СНИЛС: 112-233-445 95""", "Кораблёва Алёна Юрьевна", "a1b2");
    private static final ProxySheet PROXY = new ProxySheet(
            new Organisation(
                    "ООО «Ромашка & Ко»",
                    new Inn("7707083893"),
                    new Ogrn("1027700132195"),
                    "101000, г. Москва, ул. Ёлочная, д. 1",
                    new PersonName("Йодов", "Пётр", null),
                    "Генеральный директор"),
            new Person(
                    new PersonName("Кораблёва", "Алёна", "Юрьевна"),
                    new IdentityDocument(DocumentKind.PASSPORT, "4510", "123456", "770-001", LocalDate.of(2010, 3, 14)),
                    LocalDate.of(1988, 2, 29),
                    "гор. Орёл",
                    Sex.FEMALE,
                    "RU",
                    new Snils("11223344595"),
                    new Inn("500100732259"),
                    "anna@example.ru",
                    "бухгалтер",
                    null),
            LocalDate.of(2026, 11, 22));
    private static final GuideSheet GUIDE = new GuideSheet(10, 200, 400, 20, "JPG, PNG, GIF, TIF, PDF", "BMP, HEIC");

    @TempDir
    Path folder;

    static Stream<Arguments> all() {
        return Stream.of(
                Arguments.of("statement", PRINTS.statement(STATEMENT)),
                Arguments.of("proxy to receive", PRINTS.proxyToReceive(PROXY)),
                Arguments.of("right to sign", PRINTS.rightToSign(PROXY)),
                Arguments.of("guide", PRINTS.guide("ru", GUIDE)),
                Arguments.of("guide in English", PRINTS.guide("en", GUIDE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void everyPrint_isWhole_taggedAndHasItsFontsInside(String name, byte[] pdf) throws Exception {
        assertThat(run("qpdf", "--check", file(pdf))).contains("No syntax or stream encoding errors found");
        assertThat(run("pdfinfo", file(pdf))).containsPattern("Tagged:\\s+yes").containsPattern("Title:\\s+\\S+");
        List<String> fonts = run("pdffonts", file(pdf)).lines().skip(2).toList();
        assertThat(fonts)
                .isNotEmpty()
                .allSatisfy(font -> assertThat(font)
                        .contains("Liberation")
                        .containsPattern("\\s+yes\\s+yes\\s+yes\\s+\\d+\\s+\\d+\\s*$"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void everyPrint_saysItsLanguage(String name, byte[] pdf) throws Exception {
        byte[] plain = Files.readAllBytes(Path.of(uncompressed(pdf)));

        assertThat(new String(plain, StandardCharsets.ISO_8859_1))
                .contains(name.contains("English") ? "/Lang (en)" : "/Lang (ru)");
    }

    @Test
    void statement_saysWhatWouldBeSignedByCertificate_lineByLine() throws Exception {
        String printed = squeezed(run("pdftotext", "-layout", file(PRINTS.statement(STATEMENT)), "-"));

        STATEMENT
                .text()
                .lines()
                .filter(line -> !line.isEmpty())
                .forEach(line -> assertThat(printed).contains(squeezed(line)));
        assertThat(printed).contains("синими чернилами").contains("Заявка a1b2").contains("1/1");
    }

    @Test
    void proxyToReceive_namesBothSides() throws Exception {
        String printed = squeezed(run("pdftotext", file(PRINTS.proxyToReceive(PROXY)), "-"));

        assertThat(printed)
                .contains("ООО «Ромашка & Ко» (ИНН 7707083893, ОГРН 1027700132195")
                .contains("Генеральный директор Йодов Пётр, уполномочивает")
                .contains("Кораблёва Алёна Юрьевна, дата рождения 29 февраля 1988 г., должность: бухгалтер")
                .contains("4510 123456, выдан 14 марта 2010 г., код подразделения 770-001, СНИЛС 112-233-445 95")
                .contains("действует до 22 февраля 2027 г.");
    }

    @Test
    void rightToSign_leavesTheOfficialOpen() throws Exception {
        assertThat(squeezed(run("pdftotext", file(PRINTS.rightToSign(PROXY)), "-")))
                .contains("Подтверждение права подписи")
                .contains("ООО «Ромашка & Ко»")
                .doesNotContain("Кораблёва");
    }

    @Test
    void guide_saysTheLimitsThatTheUploadsHave() throws Exception {
        assertThat(squeezed(run("pdftotext", file(PRINTS.guide("ru", GUIDE)), "-")))
                .contains("до 10 МБ каждый, не больше 20 страниц")
                .contains("200–400 dpi")
                .contains("JPG, PNG, GIF, TIF, PDF");
        assertThat(squeezed(run("pdftotext", file(PRINTS.guide("en", GUIDE)), "-")))
                .contains("up to 10 MB each")
                .contains("Верно");
    }

    private String file(byte[] pdf) throws IOException {
        return Files.write(folder.resolve("print.pdf"), pdf).toString();
    }

    private String uncompressed(byte[] pdf) throws Exception {
        String plain = folder.resolve("plain.pdf").toString();
        run("qpdf", "--qdf", "--object-streams=disable", file(pdf), plain);
        return plain;
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private String run(String... command) throws Exception {
        Path output = folder.resolve("output");
        List<String> line = new ArrayList<>(List.of(command));
        int status = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(status).as("%s: %s", line, said).isZero();
        return said;
    }
}
