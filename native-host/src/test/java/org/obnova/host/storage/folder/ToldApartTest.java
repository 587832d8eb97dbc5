// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.obnova.host.certificate.TestAuthority;
import org.obnova.host.fault.Faults;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.SampleKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.folder.pkcs12.ForeignFile;
import org.obnova.host.storage.folder.tc26.TransportPfx;
import org.obnova.host.storage.folder.v1.ContainerCodec;

/** For each format of a file: a wrong password, damage and a file that was cut off are told apart. */
class ToldApartTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ContainerCodec CODEC = new ContainerCodec();

    /** How many places are tried in each file. */
    private static final int PLACES = 60;

    private static final List<Sample> SAMPLES = new ArrayList<>();

    /** A file and its password. */
    @SuppressWarnings("ArrayRecordComponent") // samples are not compared
    record Sample(String name, byte[] octets, String password) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void make(@TempDir Path folder) throws IOException {
        SAMPLES.clear();
        try (TestAuthority root = TestAuthority.root(KeyAlgorithm.GOST_2012_256, "Root");
                SoftwareKey key = SampleKeys.of(KeyAlgorithm.GOST_2012_256);
                Secret password = Secret.ofPassword("Пароль".toCharArray())) {
            var chain = List.of(root.issue(new X500Name("CN=Анна"), key.publicKey()), root.certificate());
            SAMPLES.add(new Sample("ours", CODEC.seal(key, chain, "Анна", password, RANDOM), "Пароль"));
            SAMPLES.add(new Sample("TC 26, ours", TransportPfx.seal(key, chain, "Анна", password, RANDOM), "Пароль"));
        }
        SAMPLES.add(new Sample("TC 26, R 50.1.112", resource("tc26/r50.1.112.pfx"), "Пароль для PFX"));
        SAMPLES.add(new Sample("TC 26, RFC 9548 A.2", resource("tc26/rfc9548.a2.pfx"), "Пароль для PFX"));
        byte[] pbmac1 = Base64.getMimeDecoder()
                .decode(new String(resource("pkcs12/rfc9579.a1.txt"), StandardCharsets.US_ASCII));
        SAMPLES.add(new Sample("PBMAC1, RFC 9579 A.1", pbmac1, "1234"));
        ForeignFile openssl = new ForeignFile(Files.createDirectory(folder.resolve("openssl")))
                .key("theirs", "EC", "ec_paramgen_curve:P-256");
        for (String options : List.of("", "-legacy", "-certpbe NONE", "-certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES")) {
            SAMPLES.add(new Sample(
                    "OpenSSL " + options,
                    openssl.ofOpenSsl("theirs", "Пароль", (options + " -iter 1").strip()),
                    "Пароль"));
        }
        ForeignFile java = new ForeignFile(Files.createDirectory(folder.resolve("java")));
        SAMPLES.add(new Sample("Java", java.ofKeytool("secret-1", "", "one", "two"), "secret-1"));
    }

    static Stream<Sample> samples() {
        return SAMPLES.stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void rightPassword_opens_andAnotherIsWrong(Sample sample) {
        assertThat(outcome(sample.octets(), sample.password())).isEqualTo("none");
        assertThat(outcome(sample.octets(), sample.password() + " ")).isEqualTo("wrong_password");
        assertThat(outcome(sample.octets(), "")).isEqualTo("wrong_password");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fileCutOffAnywhere_isDamaged(Sample sample) {
        int length = sample.octets().length;
        for (int place = 0; place < PLACES; place++) {
            int end = place * length / PLACES;
            assertThat(outcome(Arrays.copyOf(sample.octets(), end), sample.password()))
                    .as("cut off at %d", end)
                    .isEqualTo("container_damaged");
        }
        assertThat(outcome(Arrays.copyOf(sample.octets(), length - 1), sample.password()))
                .isEqualTo("container_damaged");
    }

    /** No password is asked for again because a bit of the file has changed, but where that bit is one of those that the password is checked by. */
    @ParameterizedTest
    @MethodSource("samples")
    void flippedBit_isHardlyEverBlamedOnThePassword(Sample sample) {
        int length = sample.octets().length;
        int blamed = 0;
        int unnoticed = 0;
        for (int place = 0; place < PLACES; place++) {
            byte[] changed = sample.octets().clone();
            changed[place * length / PLACES] ^= (byte) (1 << (place % 8));
            String outcome = outcome(changed, sample.password());
            blamed += outcome.equals("wrong_password") ? 1 : 0;
            unnoticed += outcome.equals("none") ? 1 : 0;
        }
        assertThat(blamed).as("blamed on the password").isLessThanOrEqualTo(PLACES / 8);
        assertThat(unnoticed).as("unnoticed").isLessThanOrEqualTo(2);
    }

    private static String outcome(byte[] container, String password) {
        return Faults.codeOf(() -> {
            try (Secret secret = Secret.ofPassword(password.toCharArray())) {
                CODEC.open(container, secret).close();
            }
        });
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ToldApartTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }
}
