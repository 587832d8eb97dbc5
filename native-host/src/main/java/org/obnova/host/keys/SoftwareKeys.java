// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import org.obnova.host.secret.Secret;

/** Reads private keys. */
public final class SoftwareKeys {
    private SoftwareKeys() {}

    /** Reads PKCS#8. */
    public static SoftwareKey fromPkcs8(Secret pkcs8) {
        String state = "not yet";
        throw new UnsupportedOperationException(state);
    }
}
