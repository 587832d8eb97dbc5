// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.secret.Secret;

/** Keys that the host makes are OpenSSL's keys, and the other way round. */
class KeysInOpenSslTest {
    private static final byte[] MESSAGE = "Прошу продлить сертификат\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private OpenSsl openssl;

    @BeforeEach
    void runner() {
        openssl = new OpenSsl(folder);
    }

    @ParameterizedTest
    @EnumSource
    void privateKeyIsReadByOpenSslWhichFindsTheSamePublicKey(KeyAlgorithm algorithm) throws IOException {
        try (SoftwareKey key = new KeyGenerator().generate(algorithm, new SecureRandom());
                Secret pkcs8 = key.pkcs8()) {
            openssl.put("key.der", pkcs8.copy());
            byte[] found = openssl.must("pkey", "-inform", "DER", "-in", "key.der", "-pubout", "-outform", "DER");
            assertThat(PublicKeys.same(SubjectPublicKeyInfo.getInstance(found), key.publicKey()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void signatureIsVerifiedByOpenSsl(KeyAlgorithm algorithm) throws IOException {
        try (SoftwareKey key = new KeyGenerator().generate(algorithm, new SecureRandom())) {
            byte[] signature = key.sign(MESSAGE);
            openssl.put("public.der", key.publicKey().getEncoded())
                    .put("message", MESSAGE)
                    .put("signature", signature);
            assertThat(verify(algorithm).text()).contains("Verified OK");

            openssl.put("message", "another".getBytes(StandardCharsets.UTF_8));
            assertThat(verify(algorithm).ok()).isFalse();
        }
    }

    private OpenSsl.Run verify(KeyAlgorithm algorithm) {
        return openssl.run(
                "dgst",
                digest(algorithm),
                "-keyform",
                "DER",
                "-verify",
                "public.der",
                "-signature",
                "signature",
                "message");
    }

    private static String digest(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case GOST_2012_256 -> "-md_gost12_256";
            case GOST_2012_512 -> "-md_gost12_512";
            case EC_P256, RSA_3072 -> "-sha256";
        };
    }

    @ParameterizedTest
    @CsvSource({
        "gost2012_256, paramset:A", "gost2012_256, paramset:B", "gost2012_256, paramset:C",
        "gost2012_256, paramset:XA", "gost2012_256, paramset:XB", "gost2012_256, paramset:TCA",
        "gost2012_256, paramset:TCB", "gost2012_256, paramset:TCC", "gost2012_256, paramset:TCD",
        "gost2012_512, paramset:A", "gost2012_512, paramset:B", "gost2012_512, paramset:C",
        "EC, ec_paramgen_curve:P-256", "EC, ec_paramgen_curve:P-384", "EC, ec_paramgen_curve:P-521",
        "RSA, rsa_keygen_bits:2048", "RSA, rsa_keygen_bits:3072",
    })
    void keyOfOpenSslIsReadAndSignsAndItsSignaturesAreVerified(String type, String option) {
        openssl.must("genpkey", "-algorithm", type, "-pkeyopt", option, "-outform", "DER", "-out", "made.der");
        openssl.must("pkey", "-inform", "DER", "-in", "made.der", "-pubout", "-outform", "DER", "-out", "public.der");
        openssl.put("message", MESSAGE);
        try (Secret pkcs8 = Secret.owning(unencrypted());
                SoftwareKey key = SoftwareKeys.fromPkcs8(pkcs8)) {
            assertThat(PublicKeys.same(key.publicKey(), SubjectPublicKeyInfo.getInstance(openssl.get("public.der"))))
                    .isTrue();
            openssl.put("signature", key.sign(MESSAGE));
            String digest = dgst(key.digestAlgorithm());
            assertThat(openssl.mustText(
                            "dgst",
                            digest,
                            "-keyform",
                            "DER",
                            "-verify",
                            "public.der",
                            "-signature",
                            "signature",
                            "message"))
                    .contains("Verified OK");
            byte[] theirs = openssl.must("dgst", digest, "-keyform", "DER", "-sign", "made.der", "message");
            assertThat(SignatureVerifier.verifies(key.publicKey(), key.signatureAlgorithm(), MESSAGE, theirs))
                    .isTrue();
            theirs[theirs.length - 1] ^= 1;
            assertThat(SignatureVerifier.verifies(key.publicKey(), key.signatureAlgorithm(), MESSAGE, theirs))
                    .isFalse();
        }
    }

    private byte[] unencrypted() {
        return openssl.must("pkcs8", "-topk8", "-nocrypt", "-inform", "DER", "-in", "made.der", "-outform", "DER");
    }

    private static String dgst(AlgorithmIdentifier digest) {
        return switch (digest.getAlgorithm().getId()) {
            case Oids.STREEBOG_256 -> "-md_gost12_256";
            case Oids.STREEBOG_512 -> "-md_gost12_512";
            case Oids.SHA384 -> "-sha384";
            case Oids.SHA512 -> "-sha512";
            default -> "-sha256";
        };
    }

    @Test
    void publicKeyWritesDigestParametersOnlyWhereRfc9215Wants() {
        assertThat(parameters(KeyAlgorithm.GOST_2012_256)).containsExactly("1.2.643.2.2.36.0", "1.2.643.7.1.1.2.2");
        assertThat(parameters(KeyAlgorithm.GOST_2012_512)).containsExactly("1.2.643.7.1.2.1.2.1");
    }

    private static String[] parameters(KeyAlgorithm algorithm) {
        try (SoftwareKey key = new KeyGenerator().generate(algorithm, new SecureRandom())) {
            ASN1Sequence parameters =
                    (ASN1Sequence) key.publicKey().getAlgorithm().getParameters();
            return Arrays.stream(parameters.toArray()).map(Object::toString).toArray(String[]::new);
        }
    }
}
