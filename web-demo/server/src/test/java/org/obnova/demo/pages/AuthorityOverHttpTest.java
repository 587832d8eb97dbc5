// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Openssl;
import org.obnova.demo.Wiring;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.CertificationAuthority;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.store.TestDatabase;

/** What programs ask of the running authority: openssl by itself over HTTP, and as others send it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorityOverHttpTest {
    private static final String HOST = "cabinet.localhost";

    @TempDir
    private static Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Openssl openssl;
    private Wiring server;
    private String certificate;
    private String issuer;
    private String root;

    @BeforeAll
    void start() throws IOException {
        openssl = new Openssl(folder);
        Wiring.Settings settings = new Wiring.Settings(
                        0, folder.resolve("data"), CaProfile.GOST256, Duration.ZERO, List.of())
                .on(TestDatabase.shared());
        server = Wiring.start(settings, InstantSource.system(), new SecureRandom());
        IssuedCertificate issued = server.services()
                .holders()
                .certificates(server.services().holders().first(1).getFirst())
                .getFirst()
                .issued();
        certificate = openssl.certificate(issued.certificate()).toString();
        issuer = published("gost256.cer");
        root = published("gost256-root.cer");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void certificate_namesWhereItsStatusAndItsIssuerAreToBeHad() {
        String text = openssl.runWithGost("x509", "-in", certificate, "-noout", "-text")
                .output();
        assertThat(text)
                .contains("OCSP - URI:" + server.sites().cabinet() + "/ocsp")
                .contains("CA Issuers - URI:" + server.sites().cabinet() + "/ca/gost256.cer");
    }

    @Test
    void openssl_asksForTheStatus_overHttp() {
        Openssl.Result said = openssl.runWithGost(
                "ocsp",
                "-url",
                "http://127.0.0.1:" + server.sites().port() + "/ocsp",
                "-header",
                "Host=" + HOST,
                "-issuer",
                issuer,
                "-cert",
                certificate,
                "-CAfile",
                root);
        assertThat(said.output()).contains("Response verify OK", ": good");
    }

    @Test
    void status_isAnsweredToAGet_escapedOrNot() throws Exception {
        Path request = openssl.file("request.ocsp", new byte[0]);
        assertThat(openssl.runWithGost(
                                "ocsp",
                                "-no_nonce",
                                "-issuer",
                                issuer,
                                "-cert",
                                certificate,
                                "-reqout",
                                request.toString())
                        .ok())
                .isTrue();
        String base64 = Base64.getEncoder().encodeToString(Files.readAllBytes(request));
        HttpResponse<byte[]> plain = send("/ocsp/" + base64, null);
        HttpResponse<byte[]> escaped = send("/ocsp/" + URLEncoder.encode(base64, UTF_8), null);

        assertThat(plain.headers().firstValue("Content-Type")).hasValue("application/ocsp-response");
        assertThat(escaped.body()).isEqualTo(plain.body());
        String answer = openssl.file("answer.ocsp", plain.body()).toString();
        assertThat(openssl.runWithGost(
                                "ocsp",
                                "-no_nonce",
                                "-issuer",
                                issuer,
                                "-cert",
                                certificate,
                                "-respin",
                                answer,
                                "-CAfile",
                                root)
                        .output())
                .contains("Response verify OK", ": good");
        assertThat(send("/ocsp/@@@", null).body()).isEqualTo(new byte[] {0x30, 3, 0x0a, 1, 1});
    }

    @Test
    void timeStamp_isGivenOverHttp() throws Exception {
        Path query = openssl.file("request.tsq", new byte[0]);
        Path document = openssl.file("document", "Расписка".getBytes(UTF_8));
        assertThat(openssl.runWithGost(
                                "ts",
                                "-query",
                                "-data",
                                document.toString(),
                                "-md_gost12_256",
                                "-cert",
                                "-out",
                                query.toString())
                        .ok())
                .isTrue();
        HttpResponse<byte[]> stamp = send("/tsp", Files.readAllBytes(query));

        assertThat(stamp.headers().firstValue("Content-Type")).hasValue("application/timestamp-reply");
        assertThat(openssl.runWithGost(
                                "ts",
                                "-verify",
                                "-in",
                                openssl.file("stamp.tsr", stamp.body()).toString(),
                                "-data",
                                document.toString(),
                                "-CAfile",
                                root)
                        .output())
                .contains("Verification: OK");
    }

    /** An authority's certificate, PEM. */
    private String published(String name) throws IOException {
        CertificationAuthority authority = server.services().authority();
        byte[] der = authority.authorityCertificate(name.replace(".cer", "")).orElseThrow();
        return openssl.certificate(new org.bouncycastle.cert.X509CertificateHolder(der))
                .toString();
    }

    /** By POST where there is a body. */
    private HttpResponse<byte[]> send(String path, byte @org.jspecify.annotations.Nullable [] body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.sites().port() + path))
                .header("Host", HOST);
        return client.send(
                body == null
                        ? request.build()
                        : request.POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
