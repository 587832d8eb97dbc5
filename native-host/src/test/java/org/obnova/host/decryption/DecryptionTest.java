// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Workplace.NOW;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;

class DecryptionTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);
    private static final byte[] TEXT = "Отчёт за 2019 год\n".getBytes(StandardCharsets.UTF_8);
    private static final int MOST = 8 << 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Recipients recipients;

    @SuppressWarnings("NullAway.Init")
    private static Workplace host;

    @BeforeAll
    static void archive() {
        recipients = new Recipients(new OpenSsl(folder));
        host = new Workplace(folder.resolve("home"), FileActions.disk(), AUTHORITY.root());
        for (String kind : Recipients.KINDS.keySet()) {
            recipients.put(host, host.storages().computer(), kind, "");
        }
    }

    /** Every algorithm that OpenSSL and its engine make messages with. */
    static Stream<Arguments> messages() {
        List<Arguments> all = new ArrayList<>();
        for (String cipher : List.of(
                "aes-128-cbc", "aes-192-cbc", "aes-256-cbc", "aes-128-gcm", "aes-192-gcm", "aes-256-gcm", "des3")) {
            all.add(Arguments.of("rsa", List.of("-" + cipher)));
            all.add(Arguments.of("p256", List.of("-" + cipher)));
        }
        for (String hash : List.of("sha1", "sha224", "sha256", "sha384", "sha512")) {
            all.add(Arguments.of(
                    "rsa",
                    List.of(
                            "-aes256",
                            "-recip",
                            "rsa.pem",
                            "-keyopt",
                            "rsa_padding_mode:oaep",
                            "-keyopt",
                            "rsa_oaep_md:" + hash)));
            all.add(Arguments.of("p384", List.of("-aes256", "-recip", "p384.pem", "-keyopt", "ecdh_kdf_md:" + hash)));
        }
        all.add(Arguments.of(
                "rsa",
                List.of(
                        "-aes256",
                        "-recip",
                        "rsa.pem",
                        "-keyopt",
                        "rsa_padding_mode:oaep",
                        "-keyopt",
                        "rsa_oaep_md:sha256",
                        "-keyopt",
                        "rsa_mgf1_md:sha1")));
        all.add(Arguments.of(
                "rsa",
                List.of(
                        "-aes256",
                        "-recip",
                        "rsa.pem",
                        "-keyopt",
                        "rsa_padding_mode:oaep",
                        "-keyopt",
                        "rsa_oaep_label:6f626e6f7661")));
        all.add(Arguments.of("p521", List.of("-aes256", "-recip", "p521.pem", "-keyopt", "ecdh_cofactor_mode:1")));
        for (String kind : List.of("gost256", "gost256a", "gost512", "gost512c")) {
            for (String cipher : List.of(
                    "gost89",
                    "magma-ctr-acpkm",
                    "magma-ctr-acpkm-omac",
                    "kuznyechik-ctr-acpkm",
                    "kuznyechik-ctr-acpkm-omac")) {
                all.add(Arguments.of(kind, List.of("-" + cipher)));
            }
        }
        for (String kind : List.of("rsa", "p256", "gost256")) {
            String cipher = kind.startsWith("gost") ? "-gost89" : "-aes256";
            all.add(Arguments.of(kind, List.of(cipher, "-keyid")));
            all.add(Arguments.of(kind, List.of(cipher, "-stream", "-indef")));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void decrypt_giveBackWhatOpenSslEncrypted(String kind, List<String> options) {
        byte[] message = recipients.encrypt(TEXT, kind, options.toArray(String[]::new));
        Decrypted decrypted = decrypt(message);
        assertThat(decrypted.content()).isEqualTo(TEXT);
        assertThat(decrypted.certificate()).isEqualTo(Thumbprint.sha256(recipients.certificate(kind)));
    }

    /** Sizes at which a cipher changes its key on the way, and those around a block. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 15, 16, 17, 1024, 1025, 4096, 8192, 8193, 65_536, 262_144, 262_145, 600_001})
    void decrypt_giveBackContentsOfAllSizes(int octets) {
        byte[] text = new byte[octets];
        new SecureRandom().nextBytes(text);
        for (String cipher :
                List.of("gost89", "magma-ctr-acpkm-omac", "kuznyechik-ctr-acpkm", "kuznyechik-ctr-acpkm-omac")) {
            assertThat(decrypt(recipients.encrypt(text, "gost256", "-" + cipher))
                            .content())
                    .as(cipher)
                    .isEqualTo(text);
        }
        for (String cipher : List.of("aes-256-cbc", "aes-128-gcm", "des3")) {
            assertThat(decrypt(recipients.encrypt(text, "rsa", "-" + cipher)).content())
                    .as(cipher)
                    .isEqualTo(text);
        }
    }

    private static Decrypted decrypt(byte[] message) {
        return decryption().decrypt(new FakeTask(), message, MOST);
    }

    private static Decryption decryption() {
        return new Decryption(host.storages(), host.person(), new SecureRandom());
    }
}
