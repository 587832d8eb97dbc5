// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.cryptopro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.certificate.TestAuthority;
import org.obnova.host.fault.Faults;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.SampleKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.secret.Secret;

/** A person's present key, in whatever shape its container has, signs; and what is wrong with a container is told apart. */
class CryptoProContainerTest {
    private static final String PASSWORD = "Пароль 1";

    @ParameterizedTest
    @CsvSource({"without-password.000,'',false", "with-password.000,qawsqaws,true"})
    void publishedSampleOpensToItsPrivateNumber(String sample, String password, boolean needsPassword)
            throws IOException {
        CryptoProContainer container = CryptoProContainer.read(sample(sample));
        assertThat(container.name()).isEqualTo("test");
        assertThat(container.needsPassword()).isEqualTo(needsPassword);
        assertThat(container.pairs()).hasSize(1);
        try (SoftwareKey key = open(container, 0, password);
                Secret pkcs8 = key.pkcs8()) {
            byte[] number =
                    PrivateKeyInfo.getInstance(pkcs8.copy()).getPrivateKey().getOctets();
            String expected = new String(resource(sample, "expected.txt"), StandardCharsets.US_ASCII).strip();
            assertThat(HexFormat.of().formatHex(number)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"GOST_2012_256", "GOST_2012_512"})
    void openedKey_signsSoThatOpenSslVerifies(KeyAlgorithm algorithm, @TempDir Path folder) throws IOException {
        try (SoftwareKey made = SampleKeys.of(algorithm);
                SoftwareKey key = open(read(new SampleContainer("Анна", PASSWORD, made, true)), 0, PASSWORD)) {
            assertThat(key.publicKey()).isEqualTo(made.publicKey());
            OpenSsl openssl = new OpenSsl(folder)
                    .put("key.der", key.publicKey().getEncoded())
                    .put("text", PASSWORD.getBytes(StandardCharsets.UTF_8))
                    .put("signature", key.sign(PASSWORD.getBytes(StandardCharsets.UTF_8)));
            String digest = algorithm == KeyAlgorithm.GOST_2012_256 ? "-md_gost12_256" : "-md_gost12_512";
            openssl.must("pkey", "-pubin", "-inform", "DER", "-in", "key.der", "-out", "key.pem");
            assertThat(openssl.mustText("dgst", digest, "-verify", "key.pem", "-signature", "signature", "text"))
                    .contains("Verified OK");
        }
    }

    @Test
    void nameInCyrillic_isReadInTheCodePageOfWindows() {
        try (SoftwareKey key = SampleKeys.of(KeyAlgorithm.GOST_2012_256)) {
            assertThat(read(new SampleContainer("Ключ Анны", "", key, true)).name())
                    .isEqualTo("Ключ Анны");
        }
    }

    @Test
    void keyThatMayNotBeExported_saysSoAndSigns() {
        try (SoftwareKey made = SampleKeys.of(KeyAlgorithm.GOST_2012_256)) {
            CryptoProContainer container = read(new SampleContainer("Анна", "", made, false));
            assertThat(container.pairs().getFirst().exportable()).isFalse();
            try (SoftwareKey key = open(container, 0, "")) {
                assertThat(key.publicKey()).isEqualTo(made.publicKey());
            }
        }
    }

    @Test
    void secondPair_isAKeyOfItsOwn() {
        try (SoftwareKey first = SampleKeys.of(KeyAlgorithm.GOST_2012_256);
                SoftwareKey second = SampleKeys.of(KeyAlgorithm.GOST_2012_512)) {
            CryptoProContainer container =
                    read(new SampleContainer("Анна", PASSWORD, first, true).second(second, false));
            assertThat(container.pairs())
                    .extracting(CryptoProContainer.KeyPair::exportable)
                    .containsExactly(true, false);
            try (SoftwareKey key = open(container, 1, PASSWORD)) {
                assertThat(key.publicKey()).isEqualTo(second.publicKey());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"octets", "itself", "under the part's tag"})
    void certificate_isReadInEachWayOfWritingIt(String manner) {
        try (TestAuthority root = TestAuthority.root(KeyAlgorithm.GOST_2012_256, "Root");
                SoftwareKey key = SampleKeys.of(KeyAlgorithm.GOST_2012_256)) {
            X509CertificateHolder certificate = root.issue(new X500Name("CN=Анна"), key.publicKey());
            SampleContainer sample = new SampleContainer("Анна", "", key, true);
            CryptoProContainer container = read(
                    switch (manner) {
                        case "octets" -> sample.certificate(certificate);
                        case "itself" -> sample.part(5, true, certificate.toASN1Structure());
                        default -> sample.part(5, false, certificate.toASN1Structure());
                    });
            assertThat(container.pairs().getFirst().certificate()).contains(certificate);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "qawsqaw", "QAWSQAWS"})
    void anotherPassword_isWrong(String password) throws IOException {
        CryptoProContainer container = CryptoProContainer.read(sample("with-password.000"));
        assertThat(Faults.codeOf(() -> open(container, 0, password).close())).isEqualTo("wrong_password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"header.key", "masks.key", "primary.key", "name.key"})
    void missingFile_isDamage(String name) throws IOException {
        Map<String, byte[]> files = sample("without-password.000");
        files.remove(name);
        assertThat(outcome(files, "")).isEqualTo("container_damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"header.key", "masks.key", "primary.key", "name.key"})
    void fileCutOffAnywhere_isDamage(String name) throws IOException {
        Map<String, byte[]> files = sample("with-password.000");
        byte[] whole = Objects.requireNonNull(files.get(name));
        for (int length = 0; length < whole.length; length++) {
            files.put(name, Arrays.copyOf(whole, length));
            assertThat(outcome(files, "qawsqaws")).as("cut at %d", length).isEqualTo("container_damaged");
        }
    }

    /** What no MAC covers is found out by the public key's fingerprint. */
    @Test
    void flippedBitOfThePrivateNumber_isDamageAndNoWrongPassword() throws IOException {
        Map<String, byte[]> files = sample("with-password.000");
        byte[] primary = Objects.requireNonNull(files.get("primary.key"));
        primary[primary.length - 5] ^= 1;
        assertThat(outcome(files, "qawsqaws")).isEqualTo("container_damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"header.key", "masks.key"})
    void flippedBitAnywhere_isNeverAccepted(String name) throws IOException {
        Map<String, byte[]> files = sample("with-password.000");
        byte[] whole = Objects.requireNonNull(files.get(name));
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            files.put(name, flipped);
            assertThat(outcome(files, "qawsqaws")).as("flipped at %d", at).isNotEqualTo("none");
        }
    }

    private static String outcome(Map<String, byte[]> files, String password) {
        return Faults.codeOf(
                () -> open(CryptoProContainer.read(files), 0, password).close());
    }

    private static CryptoProContainer read(SampleContainer sample) {
        return CryptoProContainer.read(sample.files());
    }

    private static SoftwareKey open(CryptoProContainer container, int pair, String password) {
        try (Secret secret = Secret.ofPassword(password.toCharArray())) {
            return container.open(container.pairs().get(pair), secret);
        }
    }

    private static Map<String, byte[]> sample(String folder) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (String name : List.of("header.key", "masks.key", "primary.key", "name.key")) {
            files.put(name, resource(folder, name));
        }
        return files;
    }

    private static byte[] resource(String folder, String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(CryptoProContainerTest.class.getResourceAsStream(folder + "/" + name), name)) {
            return in.readAllBytes();
        }
    }
}
