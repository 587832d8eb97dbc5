// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.obnova.host.secret.Secret;

/** Keys of tests that are not about making keys: RSA ones take a second each, so a few are made once a run and handed out in turn. */
public final class SampleKeys {
    private static final int RSA_KEYS = 3;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<Secret> RSA = new ArrayList<>();
    private static int next = RSA_KEYS - 1;

    private SampleKeys() {}

    /** A key that differs from the last two; to be closed by the caller. */
    public static synchronized SoftwareKey of(KeyAlgorithm algorithm) {
        if (algorithm != KeyAlgorithm.RSA_3072) {
            return new KeyGenerator().generate(algorithm, RANDOM);
        }
        if (RSA.size() < RSA_KEYS) {
            SoftwareKey made = new KeyGenerator().generate(algorithm, RANDOM);
            RSA.add(made.pkcs8());
            return made;
        }
        next = (next + 1) % RSA_KEYS;
        return SoftwareKeys.fromPkcs8(RSA.get(next));
    }
}
