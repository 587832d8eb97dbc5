// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** Has files read in processes of their own, with limits of memory and time. */
final class ProcessInspector implements Inspector {
    /** Status of a process whose memory did not suffice ({@code -XX:+ExitOnOutOfMemoryError}). */
    private static final int OUT_OF_MEMORY = 3;

    private final String classPath;
    private final int megabytes;
    private final Duration patience;

    /**
     * @param classPath of this program
     * @param megabytes heap of a process
     * @param patience how long one may take
     */
    ProcessInspector(String classPath, int megabytes, Duration patience) {
        this.classPath = classPath;
        this.megabytes = megabytes;
        this.patience = patience;
    }

    @Override
    public Findings inspect(Path file, FileFormat format, UploadKind kind, Path folder) {
        try {
            return verdict(run(command(file, format, kind, folder), folder), folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the inspection does not start", e);
        }
    }

    private List<String> command(Path file, FileFormat format, UploadKind kind, Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                classPath,
                InspectionProcess.class.getName(),
                file.toString(),
                format.name(),
                kind.name(),
                folder.toString());
    }

    /** The process's status, or null where it did not end in time. */
    private @Nullable Integer run(List<String> command, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        // Nothing of this process's surroundings concerns the file.
        builder.environment().clear();
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(ProblemCode.SERVICE_FAILED, "interrupted", e);
        } finally {
            // Until it has gone it writes into the folder that is deleted next. SIGKILL is not waited out by anybody:
            // this ends at once.
            process.destroyForcibly().onExit().join();
        }
    }

    private static Findings verdict(@Nullable Integer status, Path folder) throws IOException {
        if (status == null || status == OUT_OF_MEMORY) {
            throw new Problem(ProblemCode.UPLOAD_TOO_HEAVY, "the inspection used up its time or memory");
        }
        Path file = folder.resolve(InspectionProcess.VERDICT);
        if (status != 0 || !Files.exists(file)) {
            throw new Problem(ProblemCode.UPLOAD_DAMAGED, "the reader broke at it");
        }
        Properties verdict = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            verdict.load(in);
        }
        String refused = verdict.getProperty("refused");
        if (refused != null) {
            throw new Problem(ProblemCode.valueOf(refused), "refused by the inspection", values(verdict), null);
        }
        String dpi = verdict.getProperty("dpi");
        return new Findings(
                Integer.parseInt(verdict.getProperty("pages")),
                dpi == null ? null : Integer.valueOf(dpi),
                Integer.parseInt(verdict.getProperty("previews")));
    }

    private static Map<String, String> values(Properties verdict) {
        Map<String, String> values = new HashMap<>();
        verdict.stringPropertyNames().stream()
                .filter(name -> name.startsWith("value."))
                .forEach(name -> values.put(name.substring("value.".length()), verdict.getProperty(name)));
        return values;
    }
}
