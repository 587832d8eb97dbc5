// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.util.Arrays;
import java.util.Optional;

/** The key algorithms with their parameters and digests; the wire names are those of {@code protocol.md}. */
public enum KeyAlgorithm {
    /** GOST R 34.10-2012, 256 bit, id-GostR3410-2001-CryptoPro-XchA-ParamSet, with Streebog-256. The default. */
    GOST_2012_256("gost2012-256"),
    /** GOST R 34.10-2012, 512 bit, id-tc26-gost-3410-12-512-paramSetA, with Streebog-512. */
    GOST_2012_512("gost2012-512"),
    /** ECDSA on P-256 with SHA-256. */
    EC_P256("ec-p256"),
    /** RSA of 3072 bit, PKCS#1 v1.5 with SHA-256. */
    RSA_3072("rsa-3072");

    private final String wireName;

    KeyAlgorithm(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire. */
    public String wireName() {
        return wireName;
    }

    /** The algorithm of that wire name. */
    public static Optional<KeyAlgorithm> ofWireName(String name) {
        return Arrays.stream(values()).filter(a -> a.wireName.equals(name)).findFirst();
    }
}
