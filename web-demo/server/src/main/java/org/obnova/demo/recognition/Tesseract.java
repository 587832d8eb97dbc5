// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** The program tesseract with Russian letters, where it is installed: reads what is not machine-readable. */
final class Tesseract {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path program;
    private final Path folder;

    private Tesseract(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /**
     * Finds it.
     *
     * @param folders where programs lie, as of PATH
     * @param folder for its files
     */
    static Optional<Tesseract> find(List<Path> folders, Path folder) {
        return folders.stream()
                .map(one -> one.resolve("tesseract"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Tesseract(program, folder));
    }

    /** The lines of a picture with a block of text; none where the program fails. */
    List<String> lines(BufferedImage picture) {
        try {
            Path text = folder.resolve("text");
            ProcessBuilder builder = new ProcessBuilder(
                            program.toString(), "stdin", folder.resolve("text").toString(), "-l", "rus", "--psm", "6")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("OMP_THREAD_LIMIT", "1");
            Process process = builder.start();
            try (OutputStream in = process.getOutputStream()) {
                ImageIO.write(picture, "bmp", in);
            }
            try {
                boolean ended = process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                return ended && process.exitValue() == 0
                        ? Files.readAllLines(text.resolveSibling("text.txt"), StandardCharsets.UTF_8)
                        : List.of();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
