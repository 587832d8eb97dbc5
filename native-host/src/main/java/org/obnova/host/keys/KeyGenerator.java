// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.security.SecureRandom;

/** Makes key pairs. */
public final class KeyGenerator {
    /** Makes a key pair with the generator given; the caller closes it. */
    public SoftwareKey generate(KeyAlgorithm algorithm, SecureRandom random) {
        String state = "not yet";
        throw new UnsupportedOperationException(state);
    }
}
