// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** Has each picture read in a process of its own, with limits of memory and time: a hostile picture ends that process and nothing else. */
public final class ProcessPassportReader implements PassportReader {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final Limits limits;
    private final String classPath;
    private final String programs;
    private final InstantSource clock;
    private final Semaphore turns;

    /**
     * What a process may use up.
     *
     * @param megabytes of heap
     * @param patience how long one may take
     * @param atOnce how many run side by side; the next one waits as long as the patience
     */
    public record Limits(int megabytes, Duration patience, int atOnce) {
        /** What a page of a passport needs, several times over. */
        public static final Limits USUAL = new Limits(512, Duration.ofSeconds(45), 1);
    }

    /**
     * @param classPath of this program
     * @param programs folders of tesseract and heif-convert, as PATH has them
     */
    public ProcessPassportReader(Limits limits, String classPath, String programs, InstantSource clock) {
        this.limits = limits;
        this.classPath = classPath;
        this.programs = programs;
        this.clock = clock;
        this.turns = new Semaphore(limits.atOnce(), true);
    }

    @Override
    public Recognised read(Supplier<byte[]> file) {
        try {
            if (!turns.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy("others are read");
            }
            try {
                return inFolder(file.get());
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy("interrupted");
        } catch (IOException e) {
            throw new UncheckedIOException("the recognition does not start", e);
        }
    }

    private Recognised inFolder(byte[] file) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("obnova-recognition");
        // A resource, for why the picture was refused is told even where its folder cannot be deleted.
        try (Closeable _ = () -> remove(folder)) {
            Path picture = folder.resolve("picture");
            Files.write(picture, file);
            if (!run(picture, folder)) {
                throw busy("the recognition used up its time, or broke");
            }
            return result(folder.resolve(RecognitionProcess.RESULT));
        }
    }

    /** Whether it ended as it should. */
    private boolean run(Path picture, Path folder) throws IOException, InterruptedException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), MOSCOW);
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + limits.megabytes() + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        classPath,
                        RecognitionProcess.class.getName(),
                        picture.toString(),
                        today.toString(),
                        folder.toString(),
                        programs)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            return process.waitFor(limits.patience().toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } finally {
            // Until they have gone they write into the folder that is deleted next; the parent first, which could start
            // another one.
            List<ProcessHandle> children = process.descendants().toList();
            process.destroyForcibly().onExit().join();
            children.forEach(ProcessPassportReader::end);
        }
    }

    private static void end(ProcessHandle child) {
        child.destroyForcibly();
        child.onExit().join();
    }

    private static Recognised result(Path file) throws IOException {
        Properties result = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            result.load(in);
        }
        String refused = result.getProperty(RecognitionProcess.REFUSED);
        if (refused != null) {
            throw new Problem(ProblemCode.valueOf(refused), "refused by the recognition");
        }
        Map<String, Recognised.Field> fields = new LinkedHashMap<>();
        for (String name : PersonForm.FIELDS) {
            String value = result.getProperty(RecognitionProcess.VALUE + name);
            if (value != null) {
                boolean sure = Boolean.parseBoolean(result.getProperty(RecognitionProcess.SURE + name));
                fields.put(name, new Recognised.Field(value, sure));
            }
        }
        return new Recognised(fields);
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }

    private static Problem busy(String detail) {
        return new Problem(ProblemCode.RECOGNITION_BUSY, detail);
    }
}
