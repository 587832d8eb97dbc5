// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.host.certificate.Subjects;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SampleKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.openssl.OpenSsl;

/** Requests of the host are PKCS#10 to OpenSSL, signed by the key inside. */
class CertificationRequestTest {
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
    void requestVerifiesAndHoldsSubjectAndKey(KeyAlgorithm algorithm) {
        try (SoftwareKey key = SampleKeys.of(algorithm)) {
            byte[] der = CertificationRequest.der(Subjects.ANNA, key);
            openssl.put("r.der", der);
            OpenSsl.Run run = openssl.run(
                    "req",
                    "-verify",
                    "-inform",
                    "DER",
                    "-in",
                    "r.der",
                    "-noout",
                    "-text",
                    "-nameopt",
                    "utf8,sep_comma_plus");
            assertThat(run.err()).contains("verify OK");
            assertThat(run.text())
                    .contains("CN=Ёлкина Анна Андреевна,SN=Ёлкина,GN=Анна Андреевна,C=RU,"
                            + "SNILS=11223344595,INN=500100732259,emailAddress=anna@example.org")
                    .contains("Digital Signature, Non Repudiation");
            assertThat(run.text().contains("Obnova")).isEqualTo(PublicKeys.isGost(key.publicKey()));
            assertThat(openssl.mustText("asn1parse", "-inform", "DER", "-in", "r.der"))
                    .contains("NUMERICSTRING     :11223344595")
                    .contains("NUMERICSTRING     :500100732259");
            CertificationRequestInfo info = CertificationRequestInfo.getInstance(
                    ASN1Sequence.getInstance(der).getObjectAt(0));
            assertThat(info.getSubjectPublicKeyInfo()).isEqualTo(key.publicKey());
        }
    }

    @ParameterizedTest
    @EnumSource
    void changedRequestDoesNotVerify(KeyAlgorithm algorithm) {
        try (SoftwareKey key = SampleKeys.of(algorithm)) {
            byte[] der = CertificationRequest.der(Subjects.ANNA, key);
            der[der.length - 1] ^= 1;
            openssl.put("r.der", der);
            OpenSsl.Run run = openssl.run("req", "-verify", "-inform", "DER", "-in", "r.der", "-noout");
            assertThat(run.err()).doesNotContain("verify OK");
        }
    }
}
