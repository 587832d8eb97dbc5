// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.obnova.demo.problem.ProblemCode;

/**
 * The process in which one file is read. It is started with the file, the day, a folder, and the folders of programs; into the folder it writes
 * {@code result} (properties). A file that breaks it ends the process without a result.
 */
public final class RecognitionProcess {
    static final String RESULT = "result";
    static final String REFUSED = "refused";
    static final String VALUE = "value.";
    static final String SURE = "sure.";

    private RecognitionProcess() {}

    /** Reads the file that the arguments name. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[2]);
        List<Path> programs = Arrays.stream(arguments[3].split(File.pathSeparator))
                .filter(one -> !one.isEmpty())
                .map(Path::of)
                .toList();
        Properties result = read(Path.of(arguments[0]), LocalDate.parse(arguments[1]), programs, folder);
        // Written whole or not at all.
        Path draft = folder.resolve(RESULT + ".draft");
        try (OutputStream out = Files.newOutputStream(draft)) {
            result.store(out, null);
        }
        Files.move(draft, folder.resolve(RESULT));
    }

    private static Properties read(Path file, LocalDate today, List<Path> programs, Path folder) {
        Properties result = new Properties();
        List<BufferedImage> pictures;
        try {
            pictures = new Pictures(programs, folder).of(file);
        } catch (IOException unreadable) {
            result.setProperty(REFUSED, ProblemCode.PICTURE_UNREADABLE.name());
            return result;
        }
        PassportPage page = new PassportPage(new Zones(Templates.bundled(), today), Tesseract.find(programs, folder));
        Optional<Recognised> found =
                pictures.stream().map(page::read).flatMap(Optional::stream).findFirst();
        if (found.isEmpty()) {
            result.setProperty(REFUSED, ProblemCode.PASSPORT_NOT_SEEN.name());
        }
        found.ifPresent(recognised -> recognised.fields().forEach((name, field) -> {
            result.setProperty(VALUE + name, field.value());
            result.setProperty(SURE + name, String.valueOf(field.sure()));
        }));
        return result;
    }
}
