// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.CertificateSubject;
import org.obnova.demo.ca.KeyFile;

/** The foreign program that makes and checks what the server is given and gives: openssl with the gost engine. */
public final class Openssl {
    private static final String PASSWORD = "test";

    private final Path folder;
    private int files;

    /** Works with files in that folder. */
    public Openssl(Path folder) {
        this.folder = folder;
    }

    /** A command's output, both streams, and whether it ended with 0. */
    public record Result(boolean ok, String output) {}

    /** For commands that take no {@code -engine}: GOST comes by configuration. */
    public Result runWithGost(String... arguments) {
        Path configuration = file("gost.cnf", """
                openssl_conf = start
                [start]
                engines = engines
                [engines]
                gost = gost
                [gost]
                engine_id = gost
                default_algorithms = ALL
                """.getBytes(StandardCharsets.UTF_8));
        return run(Map.of("OPENSSL_CONF", configuration.toString()), arguments);
    }

    /** Runs {@code openssl arguments}. */
    public Result run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private static Result run(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor() == 0, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new private key, PEM. */
    public Path key(CaProfile profile) {
        Path key = next("key.pem");
        List<String> arguments = new ArrayList<>(List.of("genpkey", "-engine", "gost", "-out", key.toString()));
        arguments.addAll(
                switch (profile) {
                    case GOST256 -> List.of("-algorithm", "gost2012_256", "-pkeyopt", "paramset:XA");
                    case GOST512 -> List.of("-algorithm", "gost2012_512", "-pkeyopt", "paramset:A");
                    case EC -> List.of("-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256");
                    case RSA -> List.of("-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:3072");
                });
        succeed(arguments);
        return key;
    }

    /** A request with that subject in the order and the string types of the product, DER. */
    public byte[] request(Path key, CaProfile profile, CertificateSubject subject) {
        return request(key, profile, subjectLine(subject));
    }

    /** A request with that {@code -subj}, DER. */
    public byte[] request(Path key, CaProfile profile, String subjectLine) {
        Path request = next("request.der");
        succeed(List.of(
                "req",
                "-new",
                "-engine",
                "gost",
                "-utf8",
                "-key",
                key.toString(),
                "-" + digest(profile),
                "-subj",
                subjectLine,
                "-outform",
                "DER",
                "-out",
                request.toString()));
        return read(request);
    }

    /** {@code -subj} of a holder. */
    public static String subjectLine(CertificateSubject subject) {
        return "/CN=" + subject.commonName() + "/SN=" + subject.surname() + "/GN=" + subject.givenName() + "/C="
                + subject.country() + "/SNILS=" + subject.snils() + "/INN=" + subject.inn();
    }

    /** A detached CAdES-BES signature, DER; further arguments of {@code openssl cms -sign} may follow. */
    public byte[] sign(Path key, Path certificate, CaProfile profile, byte[] content, String... more) {
        Path signature = next("signature.p7s");
        List<String> arguments = new ArrayList<>(List.of(
                "cms",
                "-sign",
                "-engine",
                "gost",
                "-binary",
                "-md",
                digest(profile),
                "-in",
                file("content", content).toString(),
                "-signer",
                certificate.toString(),
                "-inkey",
                key.toString(),
                "-outform",
                "DER",
                "-out",
                signature.toString()));
        arguments.addAll(more.length == 0 ? List.of("-cades") : List.of(more));
        succeed(arguments);
        return read(signature);
    }

    /** As {@link #sign}, by a key of the handout. */
    public byte[] sign(KeyFile keys, CaProfile profile, byte[] content, String... more) {
        return sign(privateKey(keys), certificate(keys.chain().getFirst()), profile, content, more);
    }

    /** The private key of a sealed key file, PEM: read by openssl from PKCS#12 without {@code -legacy}. */
    public Path privateKey(KeyFile keys) {
        Path sealed = file("keys.p12", keys.seal("test", PASSWORD.toCharArray(), new java.security.SecureRandom()));
        Path key = next("key.pem");
        succeed(List.of(
                "pkcs12",
                "-engine",
                "gost",
                "-in",
                sealed.toString(),
                "-passin",
                "pass:" + PASSWORD,
                "-nocerts",
                "-nodes",
                "-out",
                key.toString()));
        return key;
    }

    /** A certificate in a file, PEM. */
    public Path certificate(X509CertificateHolder certificate) {
        try {
            Path der = file("certificate.der", certificate.getEncoded());
            Path pem = next("certificate.pem");
            succeed(List.of("x509", "-inform", "DER", "-in", der.toString(), "-out", pem.toString()));
            return pem;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file with that content. */
    public Path file(String name, byte[] content) {
        Path file = next(name);
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** openssl's name of the profile's digest. */
    public static String digest(CaProfile profile) {
        return switch (profile) {
            case GOST256 -> "md_gost12_256";
            case GOST512 -> "md_gost12_512";
            case EC, RSA -> "sha256";
        };
    }

    private void succeed(List<String> arguments) {
        Result result = run(arguments.toArray(String[]::new));
        if (!result.ok()) {
            throw new AssertionError("openssl " + arguments + ": " + result.output());
        }
    }

    private Path next(String name) {
        files++;
        return folder.resolve(files + "-" + name);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
