// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.prng.EntropySource;
import org.bouncycastle.crypto.prng.drbg.HMacSP800DRBG;
import org.junit.jupiter.api.Test;

class GeneratorsTest {
    /** NIST CAVP, drbgvectors_no_reseed, HMAC_DRBG.rsp, [SHA-256], no personalisation, COUNT = 0: the second of two generations of 1024 bits. */
    @Test
    void library_agreesWithThePublishedVector() {
        HMacSP800DRBG drbg = new HMacSP800DRBG(
                new HMac(new SHA256Digest()),
                256,
                entropy("ca851911349384bffe89de1cbdc46e6831e44d34a4fb935ee285dd14b71a7488"),
                null,
                HexFormat.of().parseHex("659ba96c601dc69fc902940805ec0ca8"));
        byte[] bits = new byte[128];
        drbg.generate(bits, null, false);
        drbg.generate(bits, null, false);
        assertThat(HexFormat.of().formatHex(bits))
                .isEqualTo("e528e9abf2dece54d47c7e75e5fe302149f817ea9fb4bee6f4199697d04d5b89"
                        + "d54fbb978a15b5c443c9ec21036d2460b6f73ebad0dc2aba6e624abf07745bc1"
                        + "07694bb7547bb0995f70de25d6b29e2d3011bb19d27676c07162c8b5ccde0668"
                        + "961df86803482cb37ed6d5c0bb8d50cf1f50d476aa0458bdaba806f48be9dcb8");
    }

    @Test
    void seeded_differs_whenOnlyThePersonDiffers() {
        assertThat(output(new byte[64], 1)).isNotEqualTo(output(person(2), 1));
    }

    @Test
    void seeded_differs_whenOnlyTheSystemDiffers() {
        assertThat(output(person(2), 1)).isNotEqualTo(output(person(2), 3));
    }

    @Test
    void seeded_followsFromBothAlone() {
        assertThat(output(person(2), 1)).isEqualTo(output(person(2), 1));
    }

    @Test
    void seeded_zeroesThePersonsPart() {
        byte[] person = person(2);
        output(person, 1);
        assertThat(person).containsOnly(0);
    }

    private static byte[] output(byte[] person, int system) {
        byte[] result = new byte[32];
        Generators.seeded(person, counting(system)).nextBytes(result);
        return result;
    }

    private static byte[] person(int value) {
        byte[] person = new byte[64];
        person[63] = (byte) value;
        return person;
    }

    private static SecureRandom counting(int start) {
        return new SecureRandom() {
            private static final long serialVersionUID = 1L;
            private int next = start;

            @Override
            public void nextBytes(byte[] bytes) {
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) next++;
                }
            }
        };
    }

    private static EntropySource entropy(String hex) {
        return new EntropySource() {
            @Override
            public boolean isPredictionResistant() {
                return false;
            }

            @Override
            public byte[] getEntropy() {
                return HexFormat.of().parseHex(hex);
            }

            @Override
            public int entropySize() {
                return 4 * hex.length();
            }
        };
    }
}
