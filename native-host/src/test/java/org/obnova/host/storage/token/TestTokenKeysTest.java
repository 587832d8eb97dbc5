// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.openssl.OpenSsl;

/** The test token's keys, used by pkcs11-tool and checked by OpenSSL: neither has a line of ours. */
class TestTokenKeysTest {
    /** SubjectPublicKeyInfo up to the point (RFC 9215, 4): algorithm, parameter set, and the digest where it belongs. */
    private static final String SMALL = "305e301706082a85030701010101300b06092a8503070102010101034300" + "0440";

    private static final String LARGE =
            "3081aa302106082a85030701010102301506092a850307010201020106082a8503070101020303818400048180";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestToken token;

    @SuppressWarnings("NullAway.Init")
    private Pkcs11Tool tool;

    @SuppressWarnings("NullAway.Init")
    private OpenSsl openssl;

    @BeforeEach
    void insert() {
        token = TestToken.inserted(folder.resolve("cabinet"), "rutoken-ecp");
        tool = new Pkcs11Tool(token.module(), folder);
        openssl = new OpenSsl(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "GOSTR3410-2012-256:A, 0x1201,     md_gost12_256, raw",
        "GOSTR3410-2012-256:A, 0xD4321008, md_gost12_256, text",
        "GOSTR3410-2012-512:A, 0xD4321006, md_gost12_512, raw",
        "GOSTR3410-2012-512:A, 0xD4321009, md_gost12_512, text"
    })
    void gostSignature_isGoodForOpenssl_underThePublicKeyThatTheTokenShows(
            String type, String mechanism, String digest, String input) {
        tool.mustAsUser(TestToken.PIN, "--keypairgen", "--key-type", type, "--id", "01", "--label", "ключ");
        byte[] point = Pkcs11Tool.gostPoint(tool.must("-O", "--type", "pubkey"));
        openssl.put("text", "заявление".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        openssl.must("dgst", "-" + digest, "-binary", "-out", "raw", "text");

        tool.mustAsUser(TestToken.PIN, "--sign", "--id", "01", "-m", mechanism, "-i", input, "-o", "signature");

        String header = type.contains("512") ? LARGE : SMALL;
        openssl.put("key.der", HexFormat.of().parseHex(header + HexFormat.of().formatHex(point)));
        openssl.must("pkey", "-pubin", "-inform", "DER", "-in", "key.der", "-out", "key.pem");
        assertThat(openssl.mustText("dgst", "-" + digest, "-verify", "key.pem", "-signature", "signature", "text"))
                .contains("Verified OK");
        openssl.put("text", new byte[] {1});
        assertThat(openssl.run("dgst", "-" + digest, "-verify", "key.pem", "-signature", "signature", "text")
                        .ok())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"EC:prime256v1, ECDSA-SHA256", "rsa:2048, SHA256-RSA-PKCS", "rsa:3072, SHA256-RSA-PKCS"})
    void signature_isGoodForOpenssl(String type, String mechanism) {
        tool.mustAsUser(TestToken.PIN, "--keypairgen", "--key-type", type, "--id", "01");
        openssl.put("text", new byte[] {1, 2, 3});

        tool.mustAsUser(
                TestToken.PIN,
                "--sign",
                "--id",
                "01",
                "-m",
                mechanism,
                "--signature-format",
                "openssl",
                "-i",
                "text",
                "-o",
                "signature");

        tool.must("--read-object", "--type", "pubkey", "--id", "01", "-o", "key.der");
        openssl.must("pkey", "-pubin", "-inform", "DER", "-in", "key.der", "-out", "key.pem");
        assertThat(openssl.mustText("dgst", "-sha256", "-verify", "key.pem", "-signature", "signature", "text"))
                .contains("Verified OK");
    }

    @Test
    void selfTestOfPkcs11Tool_findsNothing() {
        tool.mustAsUser(TestToken.PIN, "--keypairgen", "--key-type", "rsa:2048", "--id", "01");

        assertThat(tool.mustAsUser(TestToken.PIN, "--test")).contains("No errors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GOSTR3410-2012-512:A", "EC:prime256v1"})
    void privateKey_staysUnseen_untilThePinIsEntered_andIsNeverRead(String type) {
        tool.mustAsUser(TestToken.PIN, "--keypairgen", "--key-type", type, "--id", "01");

        assertThat(tool.must("-O")).contains("Public Key").doesNotContain("Private Key");
        assertThat(tool.mustAsUser(TestToken.PIN, "-O"))
                .contains("Private Key")
                .contains("sensitive, always sensitive, never extractable, local");
    }

    @Test
    void keyOfOpenssl_isTakenIn_andSigns() {
        openssl.must(
                "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-outform", "DER", "-out", "k");
        openssl.must("pkey", "-inform", "DER", "-in", "k", "-pubout", "-out", "key.pem");
        openssl.put("text", new byte[] {1, 2, 3});
        tool.mustAsUser(TestToken.PIN, "--write-object", "k", "--type", "privkey", "--id", "02");

        tool.mustAsUser(
                TestToken.PIN,
                "--sign",
                "--id",
                "02",
                "-m",
                "ECDSA-SHA256",
                "--signature-format",
                "openssl",
                "-i",
                "text",
                "-o",
                "signature");

        openssl.must("dgst", "-sha256", "-verify", "key.pem", "-signature", "signature", "text");
    }

    @Test
    void withoutAKeyPairOfItsOwn_aPassiveTokenRefusesKeys() throws IOException {
        TestToken passive = TestToken.inserted(folder.resolve("passive"), "rutoken-lite");
        Pkcs11Tool.Run run = new Pkcs11Tool(passive.module(), folder)
                .run("--login", "--pin", TestToken.PIN, "--keypairgen", "--key-type", "rsa:2048");

        assertThat(run.ok()).isFalse();
        assertThat(passive.objects()).isEmpty();
    }

    @Test
    void remoting_passesEveryCallOnToTheToken() throws Exception {
        Pkcs11Tool.assumeInstalled("p11-kit");
        tool.mustAsUser(TestToken.PIN, "--keypairgen", "--key-type", "EC:prime256v1", "--id", "01");
        openssl.put("text", new byte[] {1, 2, 3});
        openssl.must("dgst", "-sha256", "-binary", "-out", "digest", "text");
        try (Remoting remoting = Remoting.start(folder, token.module())) {
            remoting.tool()
                    .mustAsUser(
                            TestToken.PIN,
                            "--sign",
                            "--id",
                            "01",
                            "-m",
                            "ECDSA",
                            "--signature-format",
                            "openssl",
                            "-i",
                            "digest",
                            "-o",
                            "signature");
        }

        tool.must("--read-object", "--type", "pubkey", "--id", "01", "-o", "key.der");
        openssl.must("pkey", "-pubin", "-inform", "DER", "-in", "key.der", "-out", "key.pem");
        openssl.must("dgst", "-sha256", "-verify", "key.pem", "-signature", "signature", "text");
    }
}
