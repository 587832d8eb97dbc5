// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** Recognition in its process, with files as people send them. */
class ProcessPassportReaderTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    Path folder;

    private final PassportReader reader = reader(ProcessPassportReader.Limits.USUAL);

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp", "tif"})
    void everyFormat_isRead(String format) throws IOException {
        BufferedImage drawn = SyntheticPassport.drawn(SyntheticPassport.data(0), 200);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(ImageIO.write(drawn, format, file)).isTrue();

        Recognised read = reader.read(file.toByteArray());

        assertThat(read.fields()).containsEntry("surname", new Recognised.Field("Кораблёва", true));
        assertThat(read.fields()).containsEntry("documentKind", new Recognised.Field("passport", true));
    }

    @Test
    void pdf_isRead() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var image =
                    LosslessFactory.createFromImage(document, SyntheticPassport.drawn(SyntheticPassport.data(1), 300));
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.drawImage(image, 60, 200, 354, 499);
            }
            document.save(file);
        }
        assertThat(reader.read(file.toByteArray()).fields())
                .containsEntry("surname", new Recognised.Field("Журавлёв", true));
    }

    /** As phones make it, by libheif's own encoder; skipped where it is not installed. */
    @Test
    void heic_isReadWhole() throws IOException, InterruptedException {
        assumeTrue(Stream.of("heif-enc", "heif-convert", "prlimit")
                .allMatch(program -> Files.isExecutable(Path.of("/usr/bin", program))));
        Path drawn = folder.resolve("passport.png");
        ImageIO.write(SyntheticPassport.drawn(SyntheticPassport.data(0), 200), "png", drawn.toFile());
        Path heic = folder.resolve("passport.heic");
        Process made = new ProcessBuilder("/usr/bin/heif-enc", "-q", "90", "-o", heic.toString(), drawn.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();

        Recognised read = reader.read(Files.readAllBytes(heic));

        assertThat(read.fields())
                .containsEntry("surname", new Recognised.Field("Кораблёва", true))
                .containsEntry("documentKind", new Recognised.Field("passport", true));
    }

    @Test
    void whatIsNoPicture_isRefused() {
        refused(ProblemCode.PICTURE_UNREADABLE, reader, "hello".getBytes(StandardCharsets.UTF_8));
        refused(ProblemCode.PICTURE_UNREADABLE, reader, new byte[0]);
        refused(ProblemCode.PICTURE_UNREADABLE, reader, "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void halfAFile_isRefused_orReadWithoutHarm() throws IOException {
        byte[] file = SyntheticPassport.jpeg(SyntheticPassport.data(0), SyntheticPassport.scan(0), 0);
        assertThatThrownBy(() -> reader.read(Arrays.copyOf(file, file.length / 2)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code())
                                .isIn(ProblemCode.PICTURE_UNREADABLE, ProblemCode.PASSPORT_NOT_SEEN));
    }

    @Test
    void pictureWithoutPassport_isToldSo() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 500, BufferedImage.TYPE_INT_RGB), "png", file);
        refused(ProblemCode.PASSPORT_NOT_SEEN, reader, file.toByteArray());
    }

    @Test
    void whoTakesTooLongOrTooMuch_isEnded() throws IOException {
        byte[] file = SyntheticPassport.jpeg(SyntheticPassport.data(0), SyntheticPassport.scan(0), 0);
        PassportReader hasty = reader(new ProcessPassportReader.Limits(512, Duration.ofMillis(20), 1));
        refused(ProblemCode.RECOGNITION_BUSY, hasty, file);
        PassportReader small = reader(new ProcessPassportReader.Limits(12, Duration.ofSeconds(30), 1));
        refused(ProblemCode.RECOGNITION_BUSY, small, file);
    }

    private static PassportReader reader(ProcessPassportReader.Limits limits) {
        return new ProcessPassportReader(
                limits, CLASS_PATH, "/usr/bin", InstantSource.fixed(Instant.parse("2026-11-22T09:00:00Z")));
    }

    private static void refused(ProblemCode code, PassportReader reader, byte[] file) {
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
