// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.store.PostgresqlSettings;

/** The demo's command line in a process of its own, which a test can kill. */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready extern=http://extern\\.localhost:([0-9]+) .*");

    private final Process process;
    private final int publicPort;

    private ServerProcess(Process process, int publicPort) {
        this.process = process;
        this.publicPort = publicPort;
    }

    /**
     * Starts a server on a port and returns when it answers.
     *
     * @param port on which it listens
     * @param arguments beside {@code serve} and {@code --port}
     */
    public static ServerProcess start(Path folder, int port, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(command());
        command.addAll(List.of("serve", "--port", String.valueOf(port)));
        command.addAll(arguments);
        Path log = folder.resolve("server-" + port + ".log");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                // A pipe that is not read any more would hold the server up.
                Thread.ofVirtual().start(() -> drain(said));
                return new ServerProcess(process, Integer.parseInt(ready.group(1)));
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the server did not start:\n" + Files.readString(log));
    }

    /** Runs another command of the demo to its end, and returns its exit status. */
    public static int run(Path output, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(command());
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The file that {@code --postgresql} wants. */
    public static Path settings(Path folder, PostgresqlSettings settings) throws IOException {
        @Nullable String password = settings.password();
        return Files.writeString(
                folder.resolve("postgresql.properties"),
                "url=" + settings.url() + "\nuser=" + settings.user() + "\nconnections=" + settings.connections() + "\n"
                        + (password == null ? "" : "password=" + password + "\n"));
    }

    /** The port in the addresses of its sites. */
    public int publicPort() {
        return publicPort;
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.obnova.demo.Main");
    }

    private static void drain(BufferedReader said) {
        try (said) {
            said.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
