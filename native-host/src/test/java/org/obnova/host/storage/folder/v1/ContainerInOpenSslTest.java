// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.obnova.host.certificate.TestAuthority;
import org.obnova.host.fault.Faults;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SampleKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.secret.Secret;

/** Containers that the host writes open in OpenSSL without {@code -legacy}, and those of OpenSSL in the host. */
class ContainerInOpenSslTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ContainerCodec codec = new ContainerCodec();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private OpenSsl openssl;

    @BeforeEach
    void runner() {
        openssl = new OpenSsl(folder);
    }

    static Stream<Arguments> algorithmsAndPasswords() {
        return Stream.of(KeyAlgorithm.values())
                .flatMap(algorithm -> Stream.of("", "secret-1", "Пароль с пробелом 🔑")
                        .map(password -> Arguments.of(algorithm, password)));
    }

    @ParameterizedTest
    @MethodSource("algorithmsAndPasswords")
    void sealedContainerGivesItsKeyAndCertificatesToOpenSsl(KeyAlgorithm algorithm, String password) {
        try (TestAuthority root = TestAuthority.root(algorithm, "Root");
                SoftwareKey key = SampleKeys.of(algorithm);
                Secret secret = secret(password)) {
            X509CertificateHolder leaf = root.issue(new X500Name("CN=Иванова Анна"), key.publicKey());
            openssl.put(
                    "c.p12",
                    codec.seal(key, List.of(leaf, root.certificate()), "Иванова Анна Петровна", secret, RANDOM));

            String all = openssl.mustText("pkcs12", "-in", "c.p12", "-nodes", "-passin", "pass:" + password);
            assertThat(all.split("BEGIN CERTIFICATE", -1)).hasSize(3);
            assertThat(all).contains("BEGIN PRIVATE KEY");
            assertThat(PublicKeys.same(key.publicKey(), publicKeyOf(all))).isTrue();

            String info = openssl.run("pkcs12", "-in", "c.p12", "-info", "-noout", "-passin", "pass:" + password)
                    .err();
            assertThat(info)
                    .contains("MAC: sha256")
                    .contains("PBES2, PBKDF2, AES-256-CBC")
                    .contains("hmacWithSHA256");
        }
    }

    private SubjectPublicKeyInfo publicKeyOf(String pem) {
        openssl.put("key.pem", pem.getBytes(StandardCharsets.UTF_8));
        return SubjectPublicKeyInfo.getInstance(openssl.must("pkey", "-in", "key.pem", "-pubout", "-outform", "DER"));
    }

    @Test
    void openSslRefusesAnotherPassword() {
        try (SoftwareKey key = SampleKeys.of(KeyAlgorithm.GOST_2012_256);
                Secret secret = secret("secret-1")) {
            openssl.put("c.p12", codec.seal(key, List.of(), "label", secret, RANDOM));
            assertThat(openssl.run("pkcs12", "-in", "c.p12", "-nodes", "-passin", "pass:other")
                            .ok())
                    .isFalse();
            assertThat(openssl.run("pkcs12", "-in", "c.p12", "-nodes", "-passin", "pass:")
                            .ok())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EC, ec_paramgen_curve:P-256, secret-1, NONE, AES-256-CBC, sha256",
        "EC, ec_paramgen_curve:P-256, '', NONE, AES-256-CBC, sha256",
        "EC, ec_paramgen_curve:P-384, Пароль, NONE, AES-128-CBC, sha512",
        "RSA, rsa_keygen_bits:2048, secret-1, NONE, AES-192-CBC, sha1",
        "RSA, rsa_keygen_bits:2048, '', AES-256-CBC, AES-256-CBC, sha384",
        "gost2012_256, paramset:XA, secret-1, NONE, AES-256-CBC, sha256",
        "gost2012_256, paramset:TCA, '', AES-256-CBC, AES-256-CBC, sha256",
        "gost2012_512, paramset:A, Пароль, NONE, AES-256-CBC, sha256",
    })
    void containerOfOpenSslListsAndOpens(
            String type, String option, String password, String certpbe, String keypbe, String mac) {
        makeWithOpenSsl(type, option, password, certpbe, keypbe, mac);
        byte[] container = openssl.get("theirs.p12");

        Content content = codec.inspect(container);
        assertThat(content.label()).isEqualTo("Их контейнер");
        assertThat(content.formatVersion()).isZero();
        assertThat(content.needsPassword()).isEqualTo(!password.isEmpty());
        assertThat(content.chain()).hasSize(1);
        assertThat(content.chain().getFirst().getSubject()).hasToString("CN=Theirs");
        try (Secret secret = secret(password);
                SoftwareKey key = codec.open(container, secret)) {
            assertThat(PublicKeys.same(key.publicKey(), content.publicKey())).isTrue();
        }
    }

    @Test
    void containerOfOpenSslWithEncryptedCertificatesOpensThoughItCannotBeListed() {
        makeWithOpenSsl("EC", "ec_paramgen_curve:P-256", "secret-1", "AES-256-CBC", "AES-256-CBC", "sha256");
        byte[] container = openssl.get("theirs.p12");
        assertThat(Faults.codeOf(() -> codec.inspect(container))).isEqualTo("container_unsupported");
        try (Secret secret = secret("secret-1");
                SoftwareKey key = codec.open(container, secret)) {
            assertThat(key.algorithm()).contains(KeyAlgorithm.EC_P256);
        }
    }

    @Test
    void containerOfOpenSslWithoutMacTellsAWrongPasswordByItsKey() {
        makeWithOpenSsl("RSA", "rsa_keygen_bits:2048", "secret-1", "NONE", "AES-256-CBC", null);
        byte[] container = openssl.get("theirs.p12");
        try (Secret right = secret("secret-1");
                Secret wrong = secret("other");
                SoftwareKey key = codec.open(container, right)) {
            assertThat(key.publicKey()).isEqualTo(codec.inspect(container).publicKey());
            assertThat(Faults.codeOf(() -> codec.open(container, wrong))).isEqualTo("wrong_password");
        }
    }

    private void makeWithOpenSsl(
            String type, String option, String password, String certpbe, String keypbe, @Nullable String mac) {
        openssl.must("genpkey", "-algorithm", type, "-pkeyopt", option, "-out", "theirs.pem");
        openssl.must("req", "-new", "-x509", "-key", "theirs.pem", "-subj", "/CN=Theirs", "-out", "theirs.crt");
        Stream<String> arguments = Stream.of(
                "pkcs12",
                "-export",
                "-inkey",
                "theirs.pem",
                "-in",
                "theirs.crt",
                "-name",
                "Их контейнер",
                "-out",
                "theirs.p12",
                "-certpbe",
                certpbe,
                "-keypbe",
                keypbe,
                "-passout",
                "pass:" + password);
        Stream<String> macArguments = mac == null ? Stream.of("-nomac") : Stream.of("-macalg", mac);
        openssl.must(Stream.concat(arguments, macArguments).toArray(String[]::new));
    }

    private static Secret secret(String password) {
        return Secret.ofPassword(password.toCharArray());
    }
}
