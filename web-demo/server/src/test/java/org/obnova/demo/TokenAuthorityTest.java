// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as its own process, with the authority's keys in a token of SoftHSM; OpenSSL verifies what they signed. */
class TokenAuthorityTest {
    private static final Path MODULE = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final String PIN = "84620317";
    private static final Pattern READY = Pattern.compile("ready extern=http://extern\\.localhost:(\\d+) .*");
    private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");

    @TempDir
    Path folder;

    private Path data;
    private String slot;

    @BeforeEach
    void makeToken() throws Exception {
        data = folder.resolve("data");
        Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(folder.resolve("softhsm2.conf"), "directories.tokendir = " + folder.resolve("tokens") + "\n");
        slot = initialised("authority");
    }

    private String initialised(String label) throws Exception {
        Matcher made = SLOT.matcher(run(
                0, "softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", "11112222"));
        assertThat(made.find()).isTrue();
        return made.group(1);
    }

    private Path settings(String pin, String inSlot) throws IOException {
        return Files.writeString(
                folder.resolve("token.conf"), "module=" + MODULE + "\nslot=" + inSlot + "\npin=" + pin + "\n");
    }

    private ProcessBuilder process(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        return builder;
    }

    private String run(int status, String... command) throws Exception {
        Process process = process(command).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(status);
        return said;
    }

    private static String[] server(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.obnova.demo.Main"));
        command.addAll(List.of(options));
        return command.toArray(String[]::new);
    }

    private String[] serve(String algorithm, Path settings) {
        return server(
                "serve",
                "--port",
                "0",
                "--data",
                data.toString(),
                "--algorithm",
                algorithm,
                "--ca-pkcs11",
                settings.toString());
    }

    /** A list of the running server, as a file. */
    private Path list(Process server, String algorithm) throws IOException {
        BufferedReader output = server.inputReader(UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                return Files.write(
                        folder.resolve("list.crl"),
                        get(Integer.parseInt(ready.group(1)), "/ca/" + algorithm + ".crl", "cabinet.localhost"));
            }
            said.append(line).append('\n');
        }
        throw new AssertionError(said);
    }

    private static byte[] get(int port, String path, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            int body = new String(answer, ISO_8859_1).indexOf("\r\n\r\n") + 4;
            return Arrays.copyOfRange(answer, body, answer.length);
        }
    }

    private static void end(Process server) throws InterruptedException {
        server.destroy();
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private void verifiesOfOpenssl(String algorithm, Path list) throws Exception {
        Path handout = data.resolve("handout");
        Path holder = folder.resolve("holder.pem");
        Path root = folder.resolve("root.pem");
        Path issuer = folder.resolve("issuer.pem");
        run(
                0,
                "openssl",
                "x509",
                "-in",
                data.resolve("ca/" + algorithm + "-root.cer").toString(),
                "-out",
                root.toString());
        run(
                0,
                "openssl",
                "x509",
                "-in",
                data.resolve("ca/" + algorithm + ".cer").toString(),
                "-out",
                issuer.toString());
        run(
                0,
                "openssl",
                "pkcs12",
                "-in",
                handout.resolve("korableva-1.p12").toString(),
                "-passin",
                "file:" + handout.resolve("password.txt"),
                "-nokeys",
                "-clcerts",
                "-out",
                holder.toString());
        assertThat(run(
                        0,
                        "openssl",
                        "verify",
                        "-x509_strict",
                        "-crl_check",
                        "-CRLfile",
                        list.toString(),
                        "-CAfile",
                        root.toString(),
                        "-untrusted",
                        issuer.toString(),
                        holder.toString()))
                .endsWith(": OK\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ec", "rsa"})
    void authority_signsInTheToken_fromItsFirstDay(String algorithm) throws Exception {
        Path settings = settings(PIN, slot);
        Process server = process(serve(algorithm, settings)).start();
        Path list;
        try {
            list = list(server, algorithm);
        } finally {
            end(server);
        }

        verifiesOfOpenssl(algorithm, list);
        assertThat(data.resolve("ca")).isNotEmptyDirectory().isDirectoryNotContaining("glob:**.p12");
        String objects = run(
                0,
                "pkcs11-tool",
                "--module",
                MODULE.toString(),
                "--slot",
                slot,
                "--login",
                "--pin",
                PIN,
                "--list-objects",
                "--type",
                "privkey");
        // Root, issuing authority, the other region's; status services of the last two; time stamps; answers to
        // machines.
        assertThat(objects.lines().filter(line -> line.contains("Private Key Object")))
                .hasSize(7);
        assertThat(objects.lines().filter(line -> line.contains("always sensitive, never extractable, local")))
                .hasSize(7);
        assertThat(run(0, server("audit", "verify", "--data", data.toString()))).contains("whole: ");
    }

    @Test
    void tokenThatIsGone_isSaidByTheHealth_andTheServerLives() throws Exception {
        List<String> command = new ArrayList<>(List.of(serve("ec", settings(PIN, slot))));
        command.addAll(List.of("--management-port", "0"));
        Process server = process(command.toArray(String[]::new)).start();
        try {
            BufferedReader output = server.inputReader(UTF_8);
            Matcher watched = Pattern.compile("ready .* management=http://127\\.0\\.0\\.1:(\\d+)")
                    .matcher(output.readLine());
            assertThat(watched.matches()).isTrue();
            int port = Integer.parseInt(watched.group(1));
            assertThat(health(port, "")).contains("\"keys\":[{\"status\":\"pass\"}]");

            Files.move(folder.resolve("tokens"), folder.resolve("pulled"));

            assertThat(health(port, ""))
                    .contains("\"status\":\"fail\"", "\"keys\":[{\"status\":\"fail\"}]")
                    .contains("\"database\":[{\"status\":\"pass\"}]");
            assertThat(health(port, "/live")).contains("pass");
        } finally {
            end(server);
        }
    }

    private static String health(int port, String part) throws IOException {
        return new String(get(port, "/health" + part, "127.0.0.1"), UTF_8);
    }

    @Test
    void restart_goesOnWithTheSameKeys_andWithNoOther() throws Exception {
        end(started("ec", settings(PIN, slot)));
        byte[] issuer = Files.readAllBytes(data.resolve("ca/ec.cer"));
        end(started("ec", settings(PIN, slot)));
        assertThat(Files.readAllBytes(data.resolve("ca/ec.cer"))).isEqualTo(issuer);

        assertThat(run(2, server("serve", "--port", "0", "--data", data.toString(), "--algorithm", "ec")))
                .contains("--ca-pkcs11: the key ec-root lies in a token");
        String another = initialised("another");
        assertThat(run(2, serve("ec", settings(PIN, another)))).contains("the key ec-root lies in another token");
    }

    private Process started(String algorithm, Path settings) throws IOException {
        Process server = process(serve(algorithm, settings)).start();
        list(server, algorithm);
        return server;
    }

    @Test
    void whatIsWrong_isSaid_beforeAnythingIsMade() throws Exception {
        assertThat(run(2, serve("ec", settings("00000000", slot))))
                .contains("--ca-pkcs11: the token refuses the PIN; it was tried once")
                .doesNotContain("00000000");
        assertThat(run(2, serve("ec", settings(PIN, "4242")))).contains("no token answers in slot 4242");
        assertThat(run(2, serve("gost256", settings(PIN, slot)))).contains("ec or rsa");
        Path wrong = Files.writeString(folder.resolve("wrong.conf"), "module=" + MODULE + "\nslot=1\n");
        assertThat(run(2, serve("ec", wrong))).contains("--ca-pkcs11: pin= is missing");
        assertThat(data.resolve("ca")).doesNotExist();

        Files.createDirectories(data.resolve("ca"));
        Files.write(data.resolve("ca/ec-root.p12"), new byte[] {1});
        assertThat(run(2, serve("ec", settings(PIN, slot)))).contains("the key ec-root lies in a file already");
    }
}
