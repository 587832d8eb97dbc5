// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.pkcs12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.fault.Faults;
import org.obnova.host.keys.KeyProof;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.folder.v1.ContainerCodec;
import org.obnova.host.storage.folder.v1.Content;

/** Whatever program wrote a PKCS#12 file: with its password it tells its keys and opens them. */
class OrdinaryPkcs12Test {
    private static final ContainerCodec CODEC = new ContainerCodec();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private ForeignFile file;

    @BeforeEach
    void begin() {
        file = new ForeignFile(folder);
    }

    /** The options of a Windows export are its own: algorithms, 2000 iterations, the name of its provider. */
    @ParameterizedTest
    @CsvSource({
        "EC, ec_paramgen_curve:P-256, Пароль 🔑, ''",
        "EC, ec_paramgen_curve:P-256, '', ''",
        "RSA, rsa_keygen_bits:2048, secret-1, -legacy",
        "RSA, rsa_keygen_bits:2048, Пароль, -legacy",
        "RSA, rsa_keygen_bits:2048, '', -legacy",
        "RSA, rsa_keygen_bits:2048, Пароль, -certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1 -iter 2000 -CSP Microsoft -LMK",
        "RSA, rsa_keygen_bits:2048, Пароль, -certpbe AES-256-CBC -keypbe AES-256-CBC -macalg sha256 -iter 2000 -CSP Microsoft",
        "EC, ec_paramgen_curve:P-256, secret-1, -certpbe PBE-SHA1-2DES -keypbe PBE-SHA1-2DES -macalg sha384",
        "EC, ec_paramgen_curve:P-256, secret-1, -legacy -certpbe PBE-SHA1-RC2-128 -keypbe PBE-SHA1-RC2-40 -macalg sha512",
        "EC, ec_paramgen_curve:P-384, secret-1, -certpbe NONE -keypbe PBE-SHA1-3DES -macalg sha224",
        "EC, ec_paramgen_curve:P-256, secret-1, -certpbe AES-128-CBC -keypbe DES-EDE3-CBC",
        "EC, ec_paramgen_curve:P-256, secret-1, -nomac",
        "gost2012_256, paramset:XA, Пароль, ''",
        "gost2012_256, paramset:XA, Пароль, -certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1",
        "gost2012_512, paramset:A, secret-1, -certpbe AES-256-CBC -keypbe AES-256-CBC",
        "gost2012_512, paramset:B, '', -legacy",
    })
    void whatOpenSslWrites_opens(String algorithm, String option, String password, String options) {
        byte[] container = file.key("theirs", algorithm, option).ofOpenSsl("theirs", password, options);
        assertOpens(container, password, "theirs");
        assertThat(CODEC.inspectAll(container, secret(password)).getFirst().label())
                .isEqualTo("Их ключ");
        assertThat(outcome(container, "another")).isEqualTo("wrong_password");
    }

    @ParameterizedTest
    @CsvSource({
        "secret-1, ''",
        "secret-1, -J-Dkeystore.pkcs12.legacy",
        "Пароль, ''",
        "Пароль, -J-Dkeystore.pkcs12.legacy",
        "secret-1, -J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE"
    })
    void storeOfJavaWithSeveralKeys_tellsAndOpensEach(String password, String options) {
        byte[] container = file.ofKeytool(password, options, "one", "two", "three");
        assertOpens(container, password, "one", "two", "three");
        assertThat(outcome(container, "another")).isEqualTo("wrong_password");
    }

    @Test
    void openCertificatesOfSeveralKeys_areListedWithoutThePassword() {
        byte[] container = file.ofKeytool("secret-1", "-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE", "one", "two");
        List<Content> listed = CODEC.inspectAll(container);
        assertThat(listed).extracting(OrdinaryPkcs12Test::commonName).containsExactly("one", "two");
        assertThat(listed).allMatch(Content::needsPassword);
    }

    @ParameterizedTest
    @CsvSource({
        "secret-1, ''",
        "Пароль, ''",
        "Пароль, -c|AES-256-CBC|-C|AES-128-CBC|-M|SHA-512",
        "Пароль, -c|PKCS #12 V2 PBE With SHA-1 And 3KEY Triple DES-CBC|-C|PKCS #12 V2 PBE With SHA-1 And 40 Bit RC2 CBC|-M|SHA-1",
        "secret-1, -C|none"
    })
    void exportOfBrowsersOfMozilla_opens(String password, String options) {
        byte[] container = file.ofNss(password, options);
        assertOpens(container, password, "theirs");
        assertThat(outcome(container, "another")).isEqualTo("wrong_password");
    }

    /** Appendix A.1 of RFC 9579: HMAC and PRF with SHA-256. */
    @Test
    void standardsExampleOfPbmac1_opensWithItsPassword() throws IOException {
        byte[] container = resource("rfc9579.a1.txt");
        try (Secret password = secret("1234")) {
            Content content = CODEC.inspectAll(container, password).getFirst();
            assertThat(content.chain()).hasSize(1);
            try (SoftwareKey key = CODEC.open(container, password)) {
                assertThat(PublicKeys.same(key.publicKey(), content.publicKey()))
                        .isTrue();
            }
        }
        assertThat(outcome(container, "12345")).isEqualTo("wrong_password");
    }

    @Test
    void fileWithoutPrivateKey_saysSo() {
        byte[] open = file.key("theirs", "EC", "ec_paramgen_curve:P-256")
                .ofOpenSsl("theirs", "secret-1", "-nokeys -certpbe NONE");
        assertThat(outcome(open, "secret-1")).isEqualTo("container_without_key");
        byte[] encrypted = file.ofOpenSsl("theirs", "secret-1", "-nokeys");
        assertThat(outcome(encrypted, "secret-1")).isEqualTo("container_without_key");
    }

    /** Damage is told from a wrong password though no checksum is there: what the password opens proves it right. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "-legacy", "-certpbe NONE", "-certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1"})
    void changedOctets_areHardlyEverBlamedOnThePassword(String options) {
        byte[] container = file.key("theirs", "EC", "ec_paramgen_curve:P-256")
                .ofOpenSsl("theirs", "secret-1", (options + " -iter 1").strip());
        int blamed = 0;
        for (int place = 0; place < container.length; place++) {
            byte[] changed = container.clone();
            changed[place] ^= (byte) (1 << (place % 8));
            String outcome = outcome(changed, "secret-1");
            assertThat(outcome)
                    .as("octet %d", place)
                    .isIn(
                            "container_damaged",
                            "container_unsupported",
                            "container_without_key",
                            "wrong_password",
                            "algorithm_unsupported",
                            "none");
            blamed += outcome.equals("wrong_password") ? 1 : 0;
        }
        assertThat(blamed).isLessThan(container.length / 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-legacy", "-certpbe NONE", "-nomac"})
    void fileCutOffAnywhere_isDamaged(String options) {
        byte[] container = file.key("theirs", "EC", "ec_paramgen_curve:P-256").ofOpenSsl("theirs", "secret-1", options);
        for (int length = 0; length < container.length; length += 17) {
            byte[] cut = java.util.Arrays.copyOf(container, length);
            assertThat(outcome(cut, "secret-1")).as("cut at %d", length).isEqualTo("container_damaged");
        }
    }

    private static void assertOpens(byte[] container, String password, String... names) {
        try (Secret secret = secret(password)) {
            List<Content> contents = CODEC.inspectAll(container, secret);
            assertThat(contents).extracting(OrdinaryPkcs12Test::commonName).containsExactly(names);
            for (Content each : contents) {
                try (SoftwareKey key = CODEC.open(container, secret, each.publicKey())) {
                    assertThat(KeyProof.holds(key, each.publicKey())).isTrue();
                }
            }
        }
    }

    private static String commonName(Content content) {
        var subject = content.chain().getFirst().getSubject();
        return IETFUtils.valueToString(subject.getRDNs(BCStyle.CN)[0].getFirst().getValue());
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

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(OrdinaryPkcs12Test.class.getResourceAsStream(name), name)) {
            return Base64.getMimeDecoder().decode(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        }
    }
}
