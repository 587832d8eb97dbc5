// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.fault.Faults;
import org.obnova.host.secret.Secret;

/** Keys and signatures that others wrote are refused as faults, and secrets end. */
class UntrustedKeysTest {
    private static final byte[] MESSAGE = {1, 2, 3};

    @ParameterizedTest
    @EnumSource
    void signatureOfOneKeyIsNotAnothers(KeyAlgorithm algorithm) {
        try (SoftwareKey one = SampleKeys.of(algorithm);
                SoftwareKey other = SampleKeys.of(algorithm)) {
            byte[] signature = one.sign(MESSAGE);
            assertThat(verifies(one, one.signatureAlgorithm(), signature)).isTrue();
            assertThat(verifies(other, one.signatureAlgorithm(), signature)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void changedOrMisshapenSignatureIsFalseNotAnError(KeyAlgorithm algorithm) {
        try (SoftwareKey key = SampleKeys.of(algorithm)) {
            byte[] signature = key.sign(MESSAGE);
            for (int place = 0; place < signature.length; place++) {
                byte[] changed = signature.clone();
                changed[place] ^= (byte) (1 << (place % 8));
                assertThat(verifies(key, key.signatureAlgorithm(), changed)).isFalse();
            }
            for (int length : new int[] {0, 1, signature.length - 1, signature.length + 1}) {
                assertThat(verifies(key, key.signatureAlgorithm(), Arrays.copyOf(signature, length)))
                        .isFalse();
            }
            assertThat(verifies(key, key.signatureAlgorithm(), new byte[signature.length]))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.840.113549.1.1.5",
                "1.2.840.113549.1.1.4",
                "1.2.840.10045.4.1",
                "1.2.643.2.2.3",
                "1.2.3.4",
            })
    void weakOrUnknownSignatureAlgorithmIsUnsupported(String oid) {
        try (SoftwareKey key = SampleKeys.of(KeyAlgorithm.EC_P256)) {
            AlgorithmIdentifier algorithm = new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid));
            assertThat(Faults.codeOf(() -> verifies(key, algorithm, new byte[64])))
                    .isEqualTo("algorithm_unsupported");
        }
    }

    @Test
    void signatureOfAnotherFamilyIsFalse() {
        try (SoftwareKey key = SampleKeys.of(KeyAlgorithm.EC_P256)) {
            AlgorithmIdentifier gost = new AlgorithmIdentifier(new ASN1ObjectIdentifier(Oids.GOST_256_SIGNATURE));
            assertThat(verifies(key, gost, new byte[64])).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RSA_3072")
    void pointThatIsNotOnTheCurveIsRefused(KeyAlgorithm algorithm) throws IOException {
        try (SoftwareKey key = SampleKeys.of(algorithm)) {
            byte[] der = key.publicKey().getEncoded();
            der[der.length - 1] ^= 1;
            SubjectPublicKeyInfo off = SubjectPublicKeyInfo.getInstance(der);
            assertThat(Faults.codeOf(() ->
                            SignatureVerifier.verifies(off, key.signatureAlgorithm(), MESSAGE, key.sign(MESSAGE))))
                    .isEqualTo("certificate_invalid");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noiseInAPrivateKeyIsRefusedAsAFaultOrAnotherKey(KeyAlgorithm algorithm) {
        Random random = new Random(20261122);
        byte[] der;
        try (SoftwareKey key = SampleKeys.of(algorithm);
                Secret pkcs8 = key.pkcs8()) {
            der = pkcs8.copy();
        }
        for (int round = 0; round < 400; round++) {
            byte[] noise = der.clone();
            noise[random.nextInt(noise.length)] = (byte) random.nextInt(256);
            byte[] input = random.nextInt(4) == 0 ? Arrays.copyOf(noise, random.nextInt(noise.length)) : noise;
            assertThat(Faults.codeOf(() -> read(input).close()))
                    .isIn("none", "container_damaged", "algorithm_unsupported");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0420", "0220"})
    void gostNumberWrappedAsOlderProgramsDoIsTheSameKey(String wrapping) throws IOException {
        String number = "1122334455667788990011223344556677889900112233445566778899001122";
        byte[] bigEndian = HexFormat.of().parseHex(number);
        byte[] littleEndian = org.bouncycastle.util.Arrays.reverse(bigEndian);
        try (SoftwareKey raw = gost(littleEndian);
                SoftwareKey wrapped = gost(HexFormat.of()
                        .parseHex(wrapping
                                + HexFormat.of().formatHex(wrapping.startsWith("04") ? littleEndian : bigEndian)))) {
            assertThat(wrapped.publicKey()).isEqualTo(raw.publicKey());
        }
    }

    @Test
    void gostNumberOutOfRangeIsRefused() {
        assertThat(Faults.codeOf(() -> gost(new byte[32]).close())).isEqualTo("container_damaged");
        byte[] most = new byte[32];
        Arrays.fill(most, (byte) 0xFF);
        assertThat(Faults.codeOf(() -> gost(most).close())).isEqualTo("container_damaged");
    }

    private SoftwareKey gost(byte[] octets) throws IOException {
        try (SoftwareKey model = SampleKeys.of(KeyAlgorithm.GOST_2012_256)) {
            AlgorithmIdentifier algorithm = model.publicKey().getAlgorithm();
            byte[] der = new DERSequence(
                            new ASN1Encodable[] {new ASN1Integer(0), algorithm, new DEROctetString(octets)})
                    .getEncoded();
            assertThat(PrivateKeyInfo.getInstance(der)).isNotNull();
            return read(der);
        }
    }

    @Test
    void closedKeySignsNoMoreAndShowsNothing() {
        SoftwareKey key = SampleKeys.of(KeyAlgorithm.GOST_2012_256);
        assertThat(key).hasToString("SoftwareKey");
        key.close();
        assertThatThrownBy(() -> key.sign(MESSAGE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(key::pkcs8).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void twoSignaturesOfOneMessageDifferSoNoNonceRepeats() {
        try (SoftwareKey key = SampleKeys.of(KeyAlgorithm.GOST_2012_256)) {
            assertThat(key.sign(MESSAGE)).isNotEqualTo(key.sign(MESSAGE));
        }
    }

    private static SoftwareKey read(byte[] der) {
        try (Secret secret = Secret.owning(der.clone())) {
            return SoftwareKeys.fromPkcs8(secret);
        }
    }

    private static boolean verifies(SoftwareKey key, AlgorithmIdentifier algorithm, byte[] signature) {
        return SignatureVerifier.verifies(key.publicKey(), algorithm, MESSAGE, signature);
    }
}
