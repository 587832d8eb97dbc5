// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.host.certificate.Subjects;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SampleKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.openssl.OpenSsl;

/** Requests that come back: ours and OpenSSL's are taken, and nothing that its key did not sign. */
class ReceivedRequestTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @EnumSource
    void ourOwn_isRead_withSubjectAndKey(KeyAlgorithm algorithm) {
        try (SoftwareKey key = SampleKeys.of(algorithm)) {
            ReceivedRequest read = ReceivedRequest.read(CertificationRequest.der(Subjects.ANNA, key));
            assertThat(read.subject()).isEqualTo(Subjects.ANNA.toX500Name());
            assertThat(PublicKeys.same(read.publicKey(), key.publicKey())).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gost2012_256,paramset:XA",
        "gost2012_512,paramset:A",
        "EC,ec_paramgen_curve:P-256",
        "RSA,rsa_keygen_bits:3072"
    })
    void thatOfOpenSsl_isRead_andOneOctetChangedIsNot(String kind, String option) {
        OpenSsl openssl = new OpenSsl(folder);
        openssl.must(
                "req",
                "-new",
                "-newkey",
                kind,
                "-pkeyopt",
                option,
                "-nodes",
                "-keyout",
                "k.pem",
                "-subj",
                "/CN=Other",
                "-outform",
                "DER",
                "-out",
                "r.der");
        byte[] der = openssl.get("r.der");
        assertThat(ReceivedRequest.read(der).subject().toString()).isEqualTo("CN=Other");
        for (int at : new int[] {20, der.length / 2, der.length - 1}) {
            byte[] changed = der.clone();
            changed[at] ^= 1;
            assertFault(ErrorCode.RENEWAL_CONFLICT, () -> ReceivedRequest.read(changed));
        }
    }

    @Test
    void whatIsNoRequest_isRefused() {
        byte[] whole;
        try (SoftwareKey key = SampleKeys.of(KeyAlgorithm.EC_P256)) {
            whole = CertificationRequest.der(Subjects.ANNA, key);
        }
        for (byte[] wrong : new byte[][] {
            {},
            {0x30, 0},
            {0x05, 0},
            Arrays.copyOf(whole, whole.length - 1),
            Arrays.copyOf(whole, whole.length + 1),
            new byte[70_000]
        }) {
            assertFault(ErrorCode.RENEWAL_CONFLICT, () -> ReceivedRequest.read(wrong));
        }
    }
}
