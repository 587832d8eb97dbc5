// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.image;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Makes the whole image, where anything that it is made of has changed. */
public final class ImageBuilder {
    private final Path image;
    private final Path work;

    private ImageBuilder(Path image, Path work) {
        this.image = image;
        this.work = work;
    }

    /**
     * Arguments: the folder of the image, a folder for intermediate files, the folder with the launcher's sources, the
     * host's jar, a file with the class path of the libraries, the classes of the rehearsal, the time that all files bear
     * (RFC 3339).
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 7) {
            throw new IllegalArgumentException("7 arguments expected, not " + arguments.length);
        }
        Path launcherSources = Path.of(arguments[2]);
        Path rehearsal = Path.of(arguments[5]);
        new ImageBuilder(Path.of(arguments[0]), Path.of(arguments[1]))
                .build(
                        launcherSources,
                        Path.of(arguments[3]),
                        Path.of(arguments[4]),
                        rehearsal,
                        Instant.parse(arguments[6]));
    }

    private void build(Path launcherSources, Path hostJar, Path dependencies, Path rehearsal, Instant time)
            throws IOException, InterruptedException {
        List<Path> libraries = Arrays.stream(
                        Files.readString(dependencies).strip().split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        Path stamp = work.resolve("inputs");
        String inputs = inputs(hostJar, libraries, rehearsal, launcherSources);
        if (Files.exists(stamp) && Files.readString(stamp).equals(inputs)) {
            System.out.println("The image is up to date.");
            return;
        }
        delete(image);
        delete(work);
        Files.createDirectories(work);
        Path lib = Files.createDirectories(image.resolve("lib"));

        List<Path> jars = Libraries.copy(hostJar, libraries, lib, time);
        NativeLibrary.copy(libraries, lib, time);
        Path runtime = RuntimeLinker.link(jars, image.resolve("runtime"));
        Launcher launcher = Launcher.write(launcherSources, image, jars);
        new ClassCache(runtime, launcher, jars, rehearsal, work).write(lib.resolve("obnova-host.aot"));
        Files.writeString(stamp, inputs);
    }

    /** What the image is made of: when none of it changed, the image need not be made anew, which takes long. */
    private static String inputs(Path hostJar, List<Path> libraries, Path... others) throws IOException {
        List<Path> sources = new ArrayList<>(libraries);
        sources.add(hostJar);
        sources.addAll(List.of(others));
        StringBuilder all = new StringBuilder(System.getProperty("java.home"))
                .append(' ')
                .append(Runtime.version())
                .append('\n');
        for (Path source : sources) {
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    CRC32C checksum = new CRC32C();
                    checksum.update(Files.readAllBytes(file));
                    all.append(file).append(' ').append(checksum.getValue()).append('\n');
                }
            }
        }
        return all.toString();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
