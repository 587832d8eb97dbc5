// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.recognition.Recognised.Field;
import org.obnova.demo.recognition.SyntheticPassport.Data;

class PassportPageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private final PassportPage page = new PassportPage(new Zones(Templates.bundled(), TODAY), Optional.empty());

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void passportOnItsSideOrHead_isTurned(int degrees) throws IOException {
        BufferedImage drawn = SyntheticPassport.drawn(SyntheticPassport.data(3), 200);
        assertThat(value(page.read(Grey.turned(drawn, degrees)), "surname")).isEqualTo("Щукина");
    }

    @Test
    void passportInACornerOfALargeSheet_isFound() throws IOException {
        BufferedImage drawn = SyntheticPassport.drawn(SyntheticPassport.data(6), 200);
        BufferedImage sheet = new BufferedImage(1654, 2339, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.drawImage(drawn, 500, 120, null);
        pen.dispose();

        Optional<Recognised> read = page.read(sheet);

        assertThat(value(read, "surname")).isEqualTo("Гайдай");
        assertThat(value(read, "givenName")).isEqualTo("Алексей");
    }

    @Test
    void longName_isCutOffInTheZone_andSoUnsure() throws IOException {
        Data data = SyntheticPassport.data(1);
        Data longer = new Data(
                data.surname(),
                "Артём",
                "Святославвладимировичевский",
                data.series(),
                data.number(),
                data.department(),
                data.issued(),
                data.birth(),
                data.male(),
                data.place());
        Field patronymic = field(page.read(SyntheticPassport.drawn(longer, 300)), "patronymic");
        assertThat(patronymic.sure()).isFalse();
        assertThat(longer.patronymic()).startsWith(patronymic.value());
    }

    @Test
    void doubleSurname_isUnsure_theZoneDoesNotTellHyphenFromSpace() throws IOException {
        Data data = SyntheticPassport.data(1);
        Data twofold = new Data(
                "Римский-Корсаков",
                data.givenName(),
                data.patronymic(),
                data.series(),
                data.number(),
                data.department(),
                data.issued(),
                data.birth(),
                data.male(),
                data.place());
        assertThat(field(page.read(SyntheticPassport.drawn(twofold, 300)), "surname"))
                .isEqualTo(new Field("Римский-Корсаков", false));
    }

    @Test
    void whatIsNoPassport_givesNothing() {
        BufferedImage white = new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = white.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1200, 1600);
        pen.dispose();
        assertThat(page.read(white)).isEmpty();

        BufferedImage noise = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < 800; y++) {
            for (int x = 0; x < 600; x++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        assertThat(page.read(noise)).isEmpty();
        assertThat(page.read(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)))
                .isEmpty();
    }

    @Test
    void templates_areThoseOfTheFont() throws IOException {
        try (var file = Templates.class.getResourceAsStream("ocr-b.txt")) {
            assertThat(file).isNotNull();
            String text = new String(file.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
            assertThat(text.lines().filter(line -> line.length() < 30).toList())
                    .isEqualTo(OcrB.templates().lines().toList());
        }
    }

    private static Field field(Optional<Recognised> read, String name) {
        Field field = read.orElseThrow().fields().get(name);
        if (field == null) {
            throw new AssertionError("no " + name);
        }
        return field;
    }

    private static String value(Optional<Recognised> read, String name) {
        return field(read, name).value();
    }
}
