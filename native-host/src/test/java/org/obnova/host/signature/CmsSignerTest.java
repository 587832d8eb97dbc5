// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.host.certificate.Subjects;
import org.obnova.host.certificate.TestAuthority;
import org.obnova.host.fault.Faults;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.SampleKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.openssl.OpenSsl;

/** Signatures of the host verify in OpenSSL as CAdES, and only over the exact text. */
class CmsSignerTest {
    private static final DocumentText STATEMENT =
            new DocumentText("Заявление\n\tПрошу продлить сертификат. Ёлкина А. А.\n");
    private final CmsSigner cmsSigner = new CmsSigner();

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
    void signatureVerifiesAsCadesWithTheCertificateInside(KeyAlgorithm algorithm) throws IOException {
        Instant now = Instant.now();
        sign(algorithm, now);
        OpenSsl.Run run = verify();
        assertThat(run.err()).contains("CAdES Verification successful");
        assertThat(run.out()).isEqualTo(STATEMENT.utf8());

        String shown = openssl.mustText("cms", "-cmsout", "-print", "-inform", "DER", "-in", "s.p7s");
        assertThat(shown)
                .contains("id-smime-aa-signingCertificateV2")
                .contains("signingTime")
                .contains("messageDigest")
                .contains("eContent: <ABSENT>")
                .contains("d.certificate:");
    }

    @ParameterizedTest
    @EnumSource
    void signatureDoesNotVerifyOverAnotherText(KeyAlgorithm algorithm) throws IOException {
        sign(algorithm, Instant.now());
        openssl.put("s.txt", (STATEMENT.text() + " ").getBytes(StandardCharsets.UTF_8));
        assertThat(verify().ok()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GOST_2012_256, 1.2.643.7.1.1.2.2, 1.2.643.7.1.1.1.1",
        "GOST_2012_512, 1.2.643.7.1.1.2.3, 1.2.643.7.1.1.1.2",
        "EC_P256, 2.16.840.1.101.3.4.2.1, 1.2.840.10045.4.3.2",
        "RSA_3072, 2.16.840.1.101.3.4.2.1, 1.2.840.113549.1.1.11",
    })
    void algorithmsAreThoseOfTheStandards(KeyAlgorithm algorithm, String digest, String signature) throws IOException {
        SignerInfo signer = signerInfo(sign(algorithm, Instant.now()));
        assertThat(signer.getDigestAlgorithm().getAlgorithm().getId()).isEqualTo(digest);
        assertThat(signer.getDigestEncryptionAlgorithm().getAlgorithm().getId()).isEqualTo(signature);
    }

    @Test
    void signingTimeAfter2049IsWrittenAsGeneralizedTime() throws IOException {
        assertThat(signingTime("2049-12-31T23:59:59.9Z")).isInstanceOf(ASN1UTCTime.class);
        assertThat(signingTime("2050-01-01T00:00:00Z")).isInstanceOf(ASN1GeneralizedTime.class);
        assertThat(((ASN1GeneralizedTime) signingTime("2050-01-01T00:00:00Z")).getTimeString())
                .isEqualTo("20500101000000Z");
    }

    private ASN1Encodable signingTime(String time) throws IOException {
        SignerInfo signer = signerInfo(sign(KeyAlgorithm.EC_P256, Instant.parse(time)));
        return new AttributeTable(signer.getAuthenticatedAttributes())
                .get(CMSAttributes.signingTime)
                .getAttrValues()
                .getObjectAt(0);
    }

    @Test
    void certificateOfAnotherKeyIsRefused() {
        try (TestAuthority root = TestAuthority.root(KeyAlgorithm.EC_P256, "Root");
                SoftwareKey key = SampleKeys.of(KeyAlgorithm.EC_P256)) {
            assertThat(Faults.codeOf(() -> cmsSigner.sign(STATEMENT, key, root.certificate(), TestAuthority.during())))
                    .isEqualTo("certificate_key_mismatch");
        }
    }

    private byte[] sign(KeyAlgorithm algorithm, Instant time) throws IOException {
        try (TestAuthority root = TestAuthority.root(algorithm, "Root");
                SoftwareKey key = SampleKeys.of(algorithm)) {
            X509CertificateHolder signer = root.issue(Subjects.ANNA.toX500Name(), key.publicKey());
            byte[] cms = cmsSigner.sign(STATEMENT, key, signer, time);
            openssl.put("root.der", root.certificate().getEncoded())
                    .put("s.txt", STATEMENT.utf8())
                    .put("s.p7s", cms);
            openssl.must("x509", "-inform", "DER", "-in", "root.der", "-out", "root.pem");
            return cms;
        }
    }

    private OpenSsl.Run verify() {
        return openssl.run(
                "cms",
                "-verify",
                "-cades",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "s.p7s",
                "-content",
                "s.txt",
                "-CAfile",
                "root.pem",
                "-purpose",
                "any");
    }

    private static SignerInfo signerInfo(byte[] cms) {
        SignedData signed = SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
        return SignerInfo.getInstance(signed.getSignerInfos().getObjectAt(0));
    }
}
