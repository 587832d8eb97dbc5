// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.tc26;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.certificate.TestAuthority;
import org.obnova.host.fault.Faults;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SampleKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.folder.v1.ContainerCodec;
import org.obnova.host.storage.folder.v1.Content;

/** Keys that other certified programs handed over are taken, and ours are taken by them. */
class TransportPfxTest {
    private static final String EXAMPLES_PASSWORD = "Пароль для PFX";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ContainerCodec CODEC = new ContainerCodec();

    @ParameterizedTest
    @ValueSource(strings = {"r50.1.112.pfx", "rfc9548.a2.pfx"})
    void theStandardsExample_givesItsKeyAndCertificate(String example) throws IOException {
        byte[] container = example(example);
        try (Secret password = secret(EXAMPLES_PASSWORD);
                SoftwareKey key = CODEC.open(container, password)) {
            Content content = CODEC.inspect(container, password);
            assertThat(content.chain()).hasSize(1);
            assertThat(PublicKeys.same(content.chain().getFirst().getSubjectPublicKeyInfo(), key.publicKey()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"r50.1.112.pfx", "rfc9548.a2.pfx"})
    void anotherPassword_isWrong(String example) throws IOException {
        byte[] container = example(example);
        assertThat(outcome(container, "Пароль для pfx")).isEqualTo("wrong_password");
        assertThat(outcome(container, "")).isEqualTo("wrong_password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r50.1.112.pfx", "rfc9548.a2.pfx"})
    void exampleCutOffAnywhere_isDamaged(String example) throws IOException {
        byte[] container = example(example);
        for (int length = 1; length < container.length; length += 37) {
            byte[] cut = Arrays.copyOf(container, length);
            assertThat(outcome(cut, EXAMPLES_PASSWORD)).as("cut at %d", length).isEqualTo("container_damaged");
        }
    }

    @Test
    void keyOfTheExample_signsSoThatOpenSslVerifiesWithItsCertificate(@TempDir Path folder) throws IOException {
        byte[] container = example("r50.1.112.pfx");
        try (Secret password = secret(EXAMPLES_PASSWORD);
                SoftwareKey key = CODEC.open(container, password)) {
            byte[] text = "текст".getBytes(StandardCharsets.UTF_8);
            X509CertificateHolder certificate =
                    CODEC.inspect(container, password).chain().getFirst();
            OpenSsl openssl = new OpenSsl(folder)
                    .put("certificate.der", certificate.getEncoded())
                    .put("text", text)
                    .put("signature", key.sign(text));
            openssl.must("x509", "-inform", "DER", "-in", "certificate.der", "-pubkey", "-noout", "-out", "key.pem");
            assertThat(openssl.mustText(
                            "dgst", "-md_gost12_256", "-verify", "key.pem", "-signature", "signature", "text"))
                    .contains("Verified OK");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"GOST_2012_256", "GOST_2012_512", "EC_P256"})
    void whatOpenSslWrites_opens(KeyAlgorithm algorithm, @TempDir Path folder) throws IOException {
        try (TestAuthority root = TestAuthority.root(algorithm, "Root");
                SoftwareKey key = SampleKeys.of(algorithm);
                Secret pkcs8 = key.pkcs8();
                Secret password = secret("пароль")) {
            X509CertificateHolder certificate = root.issue(new X500Name("CN=Анна"), key.publicKey());
            OpenSsl openssl = new OpenSsl(folder)
                    .put("key.der", pkcs8.copy())
                    .put("certificate.der", certificate.getEncoded())
                    .put("password", "пароль".getBytes(StandardCharsets.UTF_8));
            openssl.must("pkey", "-inform", "DER", "-in", "key.der", "-out", "key.pem");
            openssl.must("x509", "-inform", "DER", "-in", "certificate.der", "-out", "certificate.pem");
            openssl.must(
                    "pkcs12",
                    "-export",
                    "-inkey",
                    "key.pem",
                    "-in",
                    "certificate.pem",
                    "-keypbe",
                    "gost89",
                    "-certpbe",
                    "gost89",
                    "-macalg",
                    "md_gost12_512",
                    "-passout",
                    "file:password",
                    "-out",
                    "transport.pfx");
            byte[] container = openssl.get("transport.pfx");
            try (SoftwareKey opened = CODEC.open(container, password)) {
                assertThat(opened.publicKey()).isEqualTo(key.publicKey());
                assertThat(CODEC.inspect(container, password).chain()).containsExactly(certificate);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"GOST_2012_256", "GOST_2012_512"})
    void whatWeWrite_opensInOpenSsl(KeyAlgorithm algorithm, @TempDir Path folder) throws IOException {
        try (TestAuthority root = TestAuthority.root(algorithm, "Root");
                SoftwareKey key = SampleKeys.of(algorithm);
                Secret password = secret("пароль")) {
            X509CertificateHolder certificate = root.issue(new X500Name("CN=Анна"), key.publicKey());
            byte[] sealed = TransportPfx.seal(key, List.of(certificate, root.certificate()), "Anna", password, RANDOM);
            OpenSsl openssl = new OpenSsl(folder)
                    .put("transport.pfx", sealed)
                    .put("password", "пароль".getBytes(StandardCharsets.UTF_8));
            openssl.must(
                    "pkcs12",
                    "-in",
                    "transport.pfx",
                    "-passin",
                    "file:password",
                    "-nodes",
                    "-nocerts",
                    "-out",
                    "key.pem");
            openssl.must("pkey", "-in", "key.pem", "-pubout", "-outform", "DER", "-out", "public.der");
            assertThat(PublicKeys.same(
                            org.bouncycastle.asn1.x509.SubjectPublicKeyInfo.getInstance(openssl.get("public.der")),
                            key.publicKey()))
                    .isTrue();
            openssl.must(
                    "pkcs12",
                    "-in",
                    "transport.pfx",
                    "-passin",
                    "file:password",
                    "-nokeys",
                    "-out",
                    "certificates.pem");
            assertThat(Files.readString(openssl.file("certificates.pem"))).contains("friendlyName: Anna");
            assertThat(CODEC.inspect(sealed, password).chain()).containsExactly(certificate, root.certificate());
            assertThat(Faults.codeOf(() -> CODEC.inspect(sealed)))
                    .as("without the password nothing can be read")
                    .isEqualTo("container_unsupported");
        }
    }

    private static String outcome(byte[] container, String password) {
        return Faults.codeOf(() -> {
            try (Secret secret = secret(password)) {
                CODEC.open(container, secret).close();
            }
        });
    }

    private static Secret secret(String password) {
        return Secret.ofPassword(password.toCharArray());
    }

    private static byte[] example(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(TransportPfxTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }
}
