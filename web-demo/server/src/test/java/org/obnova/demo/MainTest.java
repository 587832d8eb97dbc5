// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as its own process. */
class MainTest {
    private static final Pattern READY = Pattern.compile(
            "ready extern=http://extern\\.localhost:(\\d+) cabinet=http://cabinet\\.localhost:\\1 setup=http://setup\\.localhost:\\1 operator=http://operator\\.localhost:\\1");

    private static final Pattern WATCHED = Pattern.compile(
            "ready extern=http://extern\\.localhost:(\\d+) .* management=http://127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    Path folder;

    @Test
    void serve_saysReady_answersOnLoopbackOnly_andEndsAtSigterm() throws Exception {
        Process server = start("--port", "0", "--data", folder.toString(), "--algorithm", "ec");
        try {
            int port = readyPort(server);
            byte[] list = get(port, "/ca/ec.crl");
            assertThat(list).startsWith(0x30);
            assertThat(get(port, "/ca/ec-root.cer")).startsWith(0x30);
            assertThat(refusedElsewhere(port)).isTrue();
            assertThat(folder.resolve("handout"))
                    .isDirectoryContaining("glob:**/host.json")
                    .isDirectoryContaining("glob:**/password.txt")
                    .isDirectoryContaining("glob:**/ca-chain.pem")
                    .isDirectoryContaining("glob:**/korableva-1.p12")
                    .isDirectoryContaining("glob:**/zhuravlyov-1.p12");
            assertThat(Files.readString(folder.resolve("handout/host.json")))
                    .contains("\"http://extern.localhost:" + port + "\"");
        } finally {
            server.destroy();
        }
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void serve_goesOn_whereAKilledProcessWas() throws Exception {
        Process killed = start("--port", "0", "--data", folder.toString(), "--algorithm", "ec");
        readyPort(killed);
        killed.destroyForcibly().waitFor();
        byte[] key = Files.readAllBytes(folder.resolve("handout/korableva-1.p12"));

        Process server = start("--port", "0", "--data", folder.toString(), "--algorithm", "ec");
        try {
            readyPort(server);
            assertThat(Files.readAllBytes(folder.resolve("handout/korableva-1.p12")))
                    .isEqualTo(key);
        } finally {
            server.destroy();
        }
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void serve_writesItsLogAsJson_andSaysWhereItIsWatched() throws Exception {
        Path log = folder.resolve("log");
        Process server = new ProcessBuilder(command(
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString(),
                        "--algorithm",
                        "ec",
                        "--log",
                        "json",
                        "--management-port",
                        "0"))
                .redirectError(log.toFile())
                .start();
        try {
            String line = server.inputReader(UTF_8).readLine();
            Matcher ready = WATCHED.matcher(line);
            assertThat(line).matches(WATCHED);
            assertThat(ready.matches()).isTrue();
            get(Integer.parseInt(ready.group(1)), "/ca/ec.crl");
            int management = Integer.parseInt(ready.group(2));
            assertThat(new String(get(management, "/health/live", "127.0.0.1"), UTF_8))
                    .contains("pass");
            assertThat(refusedElsewhere(management)).isTrue();
        } finally {
            server.destroy();
        }
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(log);
        assertThat(lines)
                .allSatisfy(line -> assertThat(
                                new ObjectMapper().readTree(line).path("time").isTextual())
                        .isTrue());
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("\"route\":\"/ca/{name}\"", "\"status\":200"));
    }

    @Test
    void serve_refusesWhatItDoesNotKnow() throws Exception {
        Process server = start("--port", "0", "--data", folder.toString(), "--algorithm", "md5");

        assertThat(new String(server.getErrorStream().readAllBytes(), UTF_8)).contains("gost256, gost512, ec or rsa");
        assertThat(server.waitFor()).isEqualTo(2);
    }

    private static Process start(String... options) throws IOException {
        return new ProcessBuilder(command(options)).start();
    }

    private static List<String> command(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.obnova.demo.Main",
                "serve"));
        command.addAll(List.of(options));
        return command;
    }

    private static int readyPort(Process server) throws IOException {
        BufferedReader output = server.inputReader(UTF_8);
        String line = output.readLine();
        if (line == null) {
            throw new AssertionError(new String(server.getErrorStream().readAllBytes(), UTF_8));
        }
        Matcher ready = READY.matcher(line);
        assertThat(line).matches(READY);
        return ready.matches() ? Integer.parseInt(ready.group(1)) : 0;
    }

    /** By hand: Java's own client resolves no name under localhost and sets no Host. */
    private static byte[] get(int port, String path) throws IOException {
        return get(port, path, "cabinet.localhost");
    }

    private static byte[] get(int port, String path, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            String text = new String(answer, ISO_8859_1);
            assertThat(text).startsWith("HTTP/1.1 200 ");
            return Arrays.copyOfRange(answer, text.indexOf("\r\n\r\n") + 4, answer.length);
        }
    }

    /** Every address of this machine but 127.0.0.1 refuses; there is at least ::1 or an outer one, else nothing is to be shown. */
    private static boolean refusedElsewhere(int port) throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
                .noneMatch(address -> {
                    try (Socket socket = new Socket()) {
                        socket.connect(new InetSocketAddress(address, port), 500);
                        return true;
                    } catch (IOException refused) {
                        return false;
                    }
                });
    }
}
