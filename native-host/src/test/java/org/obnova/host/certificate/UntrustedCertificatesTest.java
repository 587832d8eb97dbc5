// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.obnova.host.fault.Faults;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.PublicKeys;

/** Whatever a page hands over as a certificate, it is read, or refused as a fault; never trusted unless it is whole. */
class UntrustedCertificatesTest {
    @SuppressWarnings("NullAway.Init")
    private static TestAuthority root;

    @SuppressWarnings("NullAway.Init")
    private static byte[] der;

    @BeforeAll
    static void makeCertificate() throws IOException {
        root = TestAuthority.root(KeyAlgorithm.EC_P256, "Root");
        der = root.issue(Subjects.ANNA.toX500Name(), root.certificate().getSubjectPublicKeyInfo())
                .getEncoded();
    }

    @AfterAll
    static void close() {
        root.close();
    }

    @Test
    void wholeCertificateIsRead() throws IOException {
        assertThat(Certificates.read(der).getEncoded()).isEqualTo(der);
    }

    @Test
    void certificateCutOffAnywhereIsInvalid() {
        for (int length = 0; length < der.length; length++) {
            byte[] cut = Arrays.copyOf(der, length);
            assertThat(Faults.codeOf(() -> Certificates.read(cut)))
                    .as("cut at %d", length)
                    .isEqualTo("certificate_invalid");
        }
    }

    @Test
    void trailingOctetAndHugeCertificateAreInvalid() {
        assertThat(Faults.codeOf(() -> Certificates.read(Arrays.copyOf(der, der.length + 1))))
                .isEqualTo("certificate_invalid");
        assertThat(Faults.codeOf(() -> Certificates.read(new byte[70_000]))).isEqualTo("certificate_invalid");
    }

    @Test
    void everyChangedOctetEndsInAFaultAndNeverInTrust() {
        ChainVerifier verifier = new ChainVerifier(List.of(root.certificate()), TestAuthority::during);
        for (int place = 0; place < der.length; place++) {
            for (int bit = 0; bit < 8; bit += 3) {
                byte[] changed = der.clone();
                changed[place] ^= (byte) (1 << bit);
                assertThat(Faults.codeOf(() -> use(verifier, changed)))
                        .as("octet %d", place)
                        .isIn(
                                "certificate_invalid",
                                "certificate_untrusted",
                                "certificate_expired",
                                "algorithm_unsupported");
            }
        }
    }

    @Test
    void noiseEndsInAFault() {
        ChainVerifier verifier = new ChainVerifier(List.of(root.certificate()), TestAuthority::during);
        Random random = new Random(20261122);
        for (int round = 0; round < 3000; round++) {
            byte[] noise = der.clone();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                noise[random.nextInt(noise.length)] = (byte) random.nextInt(256);
            }
            assertThat(Faults.codeOf(() -> use(verifier, noise))).isNotEmpty();
        }
    }

    private static void use(ChainVerifier verifier, byte[] changed) {
        X509CertificateHolder certificate = Certificates.read(changed);
        assertThat(Holder.of(certificate).displayName()).isNotNull();
        assertThat(Thumbprint.sha256(certificate)).hasSize(64);
        assertThat(PublicKeys.wireName(certificate.getSubjectPublicKeyInfo())).isNotEmpty();
        verifier.verify(certificate, List.of());
    }
}
