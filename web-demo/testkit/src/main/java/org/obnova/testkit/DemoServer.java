// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo CA with its portals as a process of its own. */
public final class DemoServer implements AutoCloseable {
    private static final Pattern READY =
            Pattern.compile("ready extern=(\\S+) cabinet=(\\S+) setup=(\\S+) operator=(\\S+)");

    private final Process process;
    private final Path data;
    private final String extern;
    private final String cabinet;
    private final String setup;
    private final String operator;

    private DemoServer(Process process, Path data, Matcher ready) {
        this.process = process;
        this.data = data;
        this.extern = ready.group(1);
        this.cabinet = ready.group(2);
        this.setup = ready.group(3);
        this.operator = ready.group(4);
    }

    /**
     * Starts the server on a free port and waits until it is ready.
     *
     * @param algorithm {@code gost256}, {@code gost512}, {@code ec} or {@code rsa}
     * @param issuingSeconds how long the CA takes at least to issue
     */
    public static DemoServer start(Path data, String algorithm, int issuingSeconds) throws IOException {
        return start(data, algorithm, issuingSeconds, 0);
    }

    /** As above, on a port: the same data may be served again after a restart. */
    public static DemoServer start(Path data, String algorithm, int issuingSeconds, int port) throws IOException {
        Files.createDirectories(data);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("obnova.demo.classpath", System.getProperty("java.class.path")),
                "org.obnova.demo.Main",
                "serve",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString(),
                "--algorithm",
                algorithm,
                "--issuing-delay",
                Integer.toString(issuingSeconds)));
        // How the CA works is the starter's to say; it works as CAs do now where nobody says.
        Optional.ofNullable(System.getProperty("obnova.demo.regime"))
                .ifPresent(regime -> command.addAll(List.of("--regime", regime)));
        Checkout.atHand()
                .ifPresent(checkout -> checkout.packages()
                        .forEach(folder -> command.addAll(List.of("--packages", folder.toString()))));
        Process process = new ProcessBuilder(command)
                .redirectError(new File(data.toFile(), "server.log"))
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread.ofVirtual().start(() -> drain(output));
                return new DemoServer(process, data, ready);
            }
        }
        throw new IOException("the demo server did not start; see " + data.resolve("server.log"));
    }

    /** Takes what the server still says, that it may go on; closed with the process. */
    private static void drain(BufferedReader output) {
        try {
            output.lines().forEach(ignored -> {});
        } catch (UncheckedIOException ended) {
            // The process is gone, and with it its output.
        }
    }

    /** The portal's address, without a trailing slash. */
    public String extern() {
        return extern;
    }

    /** The cabinet's address, without a trailing slash. */
    public String cabinet() {
        return cabinet;
    }

    /** The address of the page that sets computers up, without a trailing slash. */
    public String setup() {
        return setup;
    }

    /** The address of the site of the CA's operators, without a trailing slash. */
    public String operator() {
        return operator;
    }

    /** What the CA hands out: settings for the host, the holders' containers, their password. */
    public Path handout() {
        return data.resolve("handout");
    }

    /** The password of the holders' containers. */
    public String handoutPassword() throws IOException {
        return Files.readString(handout().resolve("password.txt")).strip();
    }

    /** Ends the server as SIGKILL does. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
