// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What another program makes of a container that the CA handed out: OpenSSL, which has none of our code. */
public final class ForeignFiles {
    private static final long SECONDS = 60;

    private final Path container;
    private final String password;
    private final boolean gost;

    /**
     * Of a PKCS#12 container.
     *
     * @param algorithm {@code gost256}, {@code gost512}, {@code ec} or {@code rsa}
     */
    public ForeignFiles(Path container, String password, String algorithm) {
        this.container = container;
        this.password = password;
        this.gost = algorithm.startsWith("gost");
    }

    /** Its certificate, as PEM. */
    public Path certificate(Path file) throws IOException {
        openssl(
                "pkcs12",
                "-in",
                container.toString(),
                "-passin",
                "pass:" + password,
                "-nokeys",
                "-clcerts",
                "-out",
                file.toString());
        return file;
    }

    /** The SHA-256 of its certificate, 64 hex digits. */
    public String sha256(Path folder) throws IOException {
        Path pem = certificate(folder.resolve("certificate-of-key.pem"));
        String said = openssl("x509", "-in", pem.toString(), "-noout", "-fingerprint", "-sha256");
        return said.substring(said.indexOf('=') + 1).strip().replace(":", "").toLowerCase(java.util.Locale.ROOT);
    }

    /** The same key and certificate in a PFX under another password. */
    public Path pfx(Path file, String chosen) throws IOException {
        Path plain = file.resolveSibling(file.getFileName() + ".pem");
        openssl(
                "pkcs12",
                "-in",
                container.toString(),
                "-passin",
                "pass:" + password,
                "-nodes",
                "-out",
                plain.toString());
        openssl(
                "pkcs12",
                "-export",
                "-in",
                plain.toString(),
                "-name",
                "Ключ из файла",
                "-passout",
                "pass:" + chosen,
                "-out",
                file.toString());
        Files.delete(plain);
        return file;
    }

    /** Content encrypted to its certificate. */
    public Path encrypted(Path content, Path message) throws IOException {
        Path pem = certificate(message.resolveSibling("recipient.pem"));
        openssl(
                "cms",
                "-encrypt",
                "-binary",
                "-in",
                content.toString(),
                "-outform",
                "DER",
                "-out",
                message.toString(),
                gost ? "-kuznyechik-ctr-acpkm" : "-aes-256-cbc",
                pem.toString());
        return message;
    }

    private String openssl(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        if (gost) {
            command.addAll(2, List.of("-engine", "gost"));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command.subList(0, 3)) + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while openssl ran", e);
        }
        return said;
    }
}
