// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** The program heif-convert of libheif, where it is installed; Java has no decoder of HEIC. Util-linux's prlimit bounds its memory; without it nothing is converted. */
final class HeifConvert implements HeicConverter {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ADDRESS_SPACE = "--as=1500000000";

    private final Optional<Path> program;
    private final Optional<Path> limit;

    /** @param folders where programs lie, as of PATH */
    HeifConvert(List<Path> folders) {
        this.program = find(folders, "heif-convert");
        this.limit = find(folders, "prlimit");
    }

    @Override
    public boolean installed() {
        return program.isPresent() && limit.isPresent();
    }

    @Override
    public void convert(Path heic, Path jpeg) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command(heic, jpeg))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            // Nothing of this process's surroundings concerns the photo.
            builder.environment().clear();
            Process process = builder.start();
            process.getOutputStream().close();
            try {
                if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new Problem(ProblemCode.UPLOAD_TOO_HEAVY, "the conversion takes too long");
                }
            } finally {
                process.destroyForcibly().onExit().join();
            }
            if (process.exitValue() != 0 || !Files.isRegularFile(jpeg)) {
                throw new Problem(ProblemCode.UPLOAD_DAMAGED, "heif-convert gave up");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("heif-convert does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(ProblemCode.SERVICE_FAILED, "interrupted", e);
        }
    }

    private List<String> command(Path heic, Path jpeg) {
        return List.of(
                limit.orElseThrow().toString(),
                ADDRESS_SPACE,
                program.orElseThrow().toString(),
                "-q",
                "92",
                heic.toString(),
                jpeg.toString());
    }

    private static Optional<Path> find(List<Path> folders, String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
