// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.TestDatabase;

/** What is taken, kept, shown again and forgotten. */
class KeptUploadsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final HeicConverter NO_CONVERTER = new HeicConverter() {
        @Override
        public boolean installed() {
            return false;
        }

        @Override
        public void convert(Path heic, Path jpeg) {
            throw new AssertionError("not installed");
        }
    };

    @TempDir
    Path folder;

    private Database database;
    private KeptUploads uploads;

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder);
        uploads = uploads();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void add_keepsTheExactBytesAndSaysWhatTheyAre() throws IOException {
        byte[] scan = Scans.jpeg(1040, 1480, 300);

        Upload upload = uploads.add("a1", UploadKind.PASSPORT, "C:\\scans\\Паспорт.jpg", Scans.stream(scan));

        assertThat(upload.name()).isEqualTo("Паспорт.jpg");
        assertThat(upload.format()).isEqualTo(FileFormat.JPEG);
        assertThat(upload.dpi()).isEqualTo(300);
        assertThat(upload.pages()).isEqualTo(1);
        assertThat(upload.added()).isEqualTo(NOW);
        assertThat(uploads.list("a1")).containsExactly(upload);
        assertThat(uploads.list("a2")).isEmpty();
        try (InputStream kept = uploads.open(upload.id())) {
            assertThat(kept.readAllBytes()).isEqualTo(scan);
        }
    }

    @Test
    void preview_isAPictureMadeAnew() throws IOException {
        Upload upload = add(UploadKind.PASSPORT, Scans.jpeg(2080, 2960, 300));

        byte[] preview = uploads.preview(upload.id(), 1).orElseThrow();

        assertThat(ImageIO.read(Scans.stream(preview)).getHeight()).isEqualTo(1200);
        assertThat(uploads.preview(upload.id(), 2)).isEmpty();
    }

    @Test
    void name_isTakenForShowOnly_theContentDecides() {
        Upload upload = uploads.add("a1", UploadKind.SNILS, "card.exe", Scans.stream(Scans.png(900, 1240, 300)));

        assertThat(upload.format()).isEqualTo(FileFormat.PNG);
    }

    @Test
    void name_losesWhatWouldLieOnAPage() {
        Upload upload = uploads.add(
                "a1", UploadKind.SNILS, "../..//evil\u202Egpj.exe\n", Scans.stream(Scans.png(900, 1240, 300)));

        assertThat(upload.name()).isEqualTo("evilgpj.exe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bmp", "gif", "tif", "png", "jpg"})
    void passport_mayBeAnyOfThePictures(String format) {
        assertThat(add(UploadKind.PASSPORT, Scans.written(format, 1040, 1480)).pages())
                .isEqualTo(1);
    }

    @Test
    void bitmap_isForThePassportOnly() {
        assertRefused(ProblemCode.UPLOAD_FORMAT, () -> add(UploadKind.SNILS, Scans.written("bmp", 1040, 1480)));
    }

    @Test
    void photoOfAPhone_withoutTheConverter_isRefusedWithTheFormatsThatWork() {
        byte[] heic = Scans.joined(
                new byte[] {0, 0, 0, 24},
                "ftypheic".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                new byte[64]);

        assertThatThrownBy(() -> add(UploadKind.PASSPORT, heic)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.UPLOAD_FORMAT);
            assertThat(problem.values().get("formats")).isEqualTo("JPG, PNG, GIF, TIF, PDF, BMP");
        });
    }

    @Test
    void emptyFile_isDamaged() {
        assertRefused(ProblemCode.UPLOAD_DAMAGED, () -> add(UploadKind.SNILS, new byte[0]));
    }

    @Test
    void tenMegabytes_areTooMuchFromOneByteOn() {
        byte[] padded = java.util.Arrays.copyOf(Scans.png(900, 1240, 300), UploadKind.MOST_BYTES);
        assertThat(add(UploadKind.SNILS, padded).size()).isEqualTo(UploadKind.MOST_BYTES);

        byte[] more = java.util.Arrays.copyOf(padded, UploadKind.MOST_BYTES + 1);
        assertRefused(ProblemCode.UPLOAD_TOO_LARGE, () -> add(UploadKind.SNILS, more));
    }

    @Test
    void refusedFile_leavesNothingBehind() throws IOException {
        assertRefused(ProblemCode.UPLOAD_TOO_SMALL, () -> add(UploadKind.SNILS, Scans.png(90, 124, 300)));

        assertThat(uploads.list("a1")).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void remove_forgetsRowAndFile_andMayBeRepeated() throws IOException {
        Upload upload = add(UploadKind.SNILS, Scans.png(900, 1240, 300));

        uploads.remove(upload.id());
        uploads.remove(upload.id());

        assertThat(uploads.list("a1")).isEmpty();
        assertThat(files()).isEmpty();
        assertRefused(ProblemCode.NOT_FOUND, () -> uploads.open(upload.id()).close());
    }

    @Test
    void moreThanTenFilesOfAKind_areRefused() {
        byte[] scan = Scans.png(900, 1240, 300);
        for (int count = 0; count < UploadKind.MOST_FILES; count++) {
            add(UploadKind.SNILS, scan);
        }

        assertRefused(ProblemCode.UPLOAD_TOO_HEAVY, () -> add(UploadKind.SNILS, scan));
        assertThat(add(UploadKind.PASSPORT, Scans.png(1040, 1480, 300)).kind()).isEqualTo(UploadKind.PASSPORT);
    }

    @Test
    void list_isInTheOrderOfThePage() {
        add(UploadKind.SNILS, Scans.png(900, 1240, 300));
        add(UploadKind.PASSPORT, Scans.png(1040, 1480, 300));
        add(UploadKind.SNILS, Scans.png(901, 1240, 300));

        assertThat(uploads.list("a1"))
                .extracting(Upload::kind)
                .containsExactly(UploadKind.PASSPORT, UploadKind.SNILS, UploadKind.SNILS);
    }

    @Test
    void start_removesWhatNoRowKnows() throws IOException {
        Upload upload = add(UploadKind.SNILS, Scans.png(900, 1240, 300));
        Files.createDirectories(folder.resolve("uploads/draft-1"));
        Files.writeString(folder.resolve("uploads/draft-1/document"), "left by a crash");
        Files.createDirectories(folder.resolve("uploads/0123"));

        // Servers that share the folder leave to each other what is young.
        InstantSource later = InstantSource.fixed(Instant.now().plus(Duration.ofHours(2)));
        KeptUploads.open(database, folder.resolve("uploads"), later, new SecureRandom());

        assertThat(files()).containsExactly(upload.id());
    }

    private Upload add(UploadKind kind, byte[] bytes) {
        return uploads.add("a1", kind, "scan", Scans.stream(bytes));
    }

    private KeptUploads uploads() {
        return new KeptUploads(
                database,
                folder.resolve("uploads"),
                new Inspection(),
                NO_CONVERTER,
                Duration.ofSeconds(10),
                InstantSource.fixed(NOW),
                new SecureRandom());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("uploads"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void assertRefused(ProblemCode code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
