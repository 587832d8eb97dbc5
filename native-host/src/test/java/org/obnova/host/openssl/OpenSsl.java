// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.openssl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The foreign program that checks what the host writes: {@code openssl} with the GOST engine, in a folder of its own. */
public final class OpenSsl {
    /**
     * What a run gave.
     *
     * @param out standard output
     * @param err standard error
     */
    @SuppressWarnings("ArrayRecordComponent") // runs are not compared
    public record Run(int status, byte[] out, String err) {
        /** Whether it succeeded. */
        public boolean ok() {
            return status == 0;
        }

        /** Standard output as text. */
        public String text() {
            return new String(out, StandardCharsets.UTF_8);
        }
    }

    private static final List<String> WITH_ENGINE =
            List.of("req", "x509", "cms", "pkcs12", "pkey", "genpkey", "pkcs8", "verify", "dgst", "ca", "crl");

    private final Path folder;

    /** Runs in this folder, where relative file names of arguments lie. */
    public OpenSsl(Path folder) {
        this.folder = folder;
    }

    /** The path of a file in the folder. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes a file that arguments can name. */
    public OpenSsl put(String name, byte[] content) {
        try {
            Files.write(file(name), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file that a run wrote. */
    public byte[] get(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the command with the engine, without judging the status. */
    public Run run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl", arguments[0]));
        if (WITH_ENGINE.contains(arguments[0])) {
            command.addAll(List.of("-engine", "gost"));
        }
        command.addAll(Arrays.asList(arguments).subList(1, arguments.length));
        try {
            Path err = Files.createTempFile(folder, "stderr", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(err.toFile())
                    .redirectInput(Path.of("/dev/null").toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            process.getInputStream().transferTo(out);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("openssl hangs: " + command);
            }
            return new Run(process.exitValue(), out.toByteArray(), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Runs the command, which must succeed, and returns its standard output. */
    public byte[] must(String... arguments) {
        Run run = run(arguments);
        if (!run.ok()) {
            throw new AssertionError("openssl " + String.join(" ", arguments) + "\n" + run.text() + run.err());
        }
        return run.out();
    }

    /** As {@link #must}, as text. */
    public String mustText(String... arguments) {
        return new String(must(arguments), StandardCharsets.UTF_8);
    }
}
