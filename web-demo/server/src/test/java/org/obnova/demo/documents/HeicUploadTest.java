// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.TestDatabase;

/** A photograph as phones make it, made by libheif's own encoder; where libheif is not installed there is nothing to test. */
class HeicUploadTest {
    private static final List<Path> PROGRAMS = Stream.of(
                    System.getenv().getOrDefault("PATH", "").split(":", -1))
            .filter(part -> !part.isEmpty())
            .map(Path::of)
            .toList();

    @TempDir
    Path folder;

    private Database database;
    private KeptUploads uploads;

    @BeforeEach
    void open() {
        assumeTrue(Stream.of("heif-enc", "heif-convert")
                .allMatch(program -> PROGRAMS.stream().anyMatch(at -> Files.isExecutable(at.resolve(program)))));
        database = TestDatabase.open(folder);
        uploads = KeptUploads.open(
                database,
                folder.resolve("uploads"),
                InstantSource.fixed(Instant.parse("2026-11-22T09:00:00Z")),
                new SecureRandom());
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void photographOfAPassport_isTaken_keptAsItIs_andShown() throws Exception {
        byte[] heic = heic();

        Upload upload = uploads.add("a1", UploadKind.PASSPORT, "IMG_0001.HEIC", Scans.stream(heic));

        assertThat(upload.format()).isEqualTo(FileFormat.HEIC);
        assertThat(uploads.open(upload.id()).readAllBytes()).isEqualTo(heic);
        byte[] preview = uploads.preview(upload.id(), 1).orElseThrow();
        assertThat(ImageIO.read(Scans.stream(preview)).getHeight()).isEqualTo(1200);
    }

    @Test
    void otherDocuments_areNotTakenAsSuchPhotographs() throws Exception {
        byte[] heic = heic();
        assertThatThrownBy(() -> uploads.add("a1", UploadKind.SNILS, "card.heic", Scans.stream(heic)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.UPLOAD_FORMAT));
    }

    @Test
    void halfAPhotograph_isSaidToBeDamaged_andNothingIsLeft() throws Exception {
        byte[] half = Arrays.copyOf(heic(), 2000);
        assertThatThrownBy(() -> uploads.add("a1", UploadKind.PASSPORT, "IMG_0002.HEIC", Scans.stream(half)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.UPLOAD_DAMAGED));
        assertThat(uploads.list("a1")).isEmpty();
        try (Stream<Path> left = Files.list(folder.resolve("uploads"))) {
            assertThat(left).isEmpty();
        }
    }

    private byte[] heic() throws IOException, InterruptedException {
        Path png = Files.write(folder.resolve("page.png"), Scans.png(1040, 1480, 300));
        Path heic = folder.resolve("page.heic");
        Process encoder = new ProcessBuilder("heif-enc", png.toString(), "-o", heic.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("heif-enc.txt").toFile())
                .start();
        assertThat(encoder.waitFor())
                .as(Files.readString(folder.resolve("heif-enc.txt")))
                .isZero();
        return Files.readAllBytes(heic);
    }
}
