// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.pkcs12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.obnova.host.openssl.OpenSsl;

/** Has other programs write PKCS#12 files, in one folder. */
public final class ForeignFile {
    private final Path folder;
    private final OpenSsl openssl;

    /** Works in this folder. */
    public ForeignFile(Path folder) {
        this.folder = folder;
        this.openssl = new OpenSsl(folder);
    }

    /** Makes a key and a certificate of its own: {@code NAME.pem}, {@code NAME.crt}. */
    public ForeignFile key(String name, String algorithm, String option) {
        openssl.must("genpkey", "-algorithm", algorithm, "-pkeyopt", option, "-out", name + ".pem");
        openssl.must("req", "-new", "-x509", "-key", name + ".pem", "-subj", "/CN=" + name, "-out", name + ".crt");
        return this;
    }

    /** {@code openssl pkcs12 -export} with more options, separated by blanks. */
    public byte[] ofOpenSsl(String name, String password, String options) {
        List<String> arguments = new ArrayList<>(List.of(
                "pkcs12",
                "-export",
                "-inkey",
                name + ".pem",
                "-in",
                name + ".crt",
                "-name",
                "Их ключ",
                "-passout",
                "pass:" + password,
                "-out",
                "theirs.p12"));
        if (!options.isEmpty()) {
            arguments.addAll(Arrays.asList(options.split(" ")));
        }
        openssl.must(arguments.toArray(String[]::new));
        return openssl.get("theirs.p12");
    }

    /** A store of Java with these keys, each of which has a certificate of its own. */
    public byte[] ofKeytool(String password, String options, String... names) {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        for (String name : names) {
            List<String> command = new ArrayList<>(List.of(keytool));
            if (!options.isEmpty()) {
                command.addAll(Arrays.asList(options.split(" ")));
            }
            command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-storetype", "PKCS12"));
            command.addAll(List.of("-alias", name, "-dname", "CN=" + name, "-storepass", password));
            command.addAll(List.of("-keystore", "theirs.p12"));
            run(command);
        }
        return openssl.get("theirs.p12");
    }

    /** {@code pk12util -o} of NSS, as Firefox exports, with more options, separated by vertical bars. */
    public byte[] ofNss(String password, String options) {
        openssl.put("noise", new byte[64]);
        openssl.put("password", (password + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        run(List.of("certutil", "-d", "sql:" + folder, "-N", "--empty-password"));
        run(List.of(
                "certutil",
                "-d",
                "sql:" + folder,
                "-S",
                "-x",
                "-n",
                "theirs",
                "-s",
                "CN=theirs",
                "-t",
                "u,u,u",
                "-k",
                "ec",
                "-q",
                "nistp256",
                "-z",
                "noise"));
        List<String> command = new ArrayList<>(List.of("pk12util", "-d", "sql:" + folder, "-n", "theirs"));
        command.addAll(List.of("-o", "theirs.p12", "-w", "password"));
        if (!options.isEmpty()) {
            command.addAll(Arrays.asList(options.split("\\|")));
        }
        run(command);
        return openssl.get("theirs.p12");
    }

    private void run(List<String> command) {
        try {
            Path output = folder.resolve("output.txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            process.getOutputStream().close();
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("%s ends", command)
                    .isTrue();
            assertThat(process.exitValue())
                    .as("%s: %s", command, Files.readString(output))
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
