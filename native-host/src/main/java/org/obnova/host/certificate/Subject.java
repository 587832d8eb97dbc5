// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;

/** The holder's data. */
public record Subject(
        String commonName,
        String surname,
        String givenName,
        String country,
        String snils,
        String inn,
        @Nullable String email) {

    /** The name as it stands in request and certificate. */
    public X500Name toX500Name() {
        String state = "not yet";
        throw new UnsupportedOperationException(state);
    }
}
