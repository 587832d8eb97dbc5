// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Digests by the provider that everything here is signed with; GOST R 34.11-2012 among them. */
public final class Digests {
    private Digests() {}

    /** Calculators for whatever algorithm a request names. */
    public static DigestCalculatorProvider all() {
        try {
            return new JcaDigestCalculatorProviderBuilder()
                    .setProvider(Crypto.PROVIDER)
                    .build();
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("Bouncy Castle has digests", e);
        }
    }
}
