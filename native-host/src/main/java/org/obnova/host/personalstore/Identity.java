// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore;

import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.keys.SoftwareKey;

/**
 * A certificate with its key, as it goes into a store.
 *
 * @param chain the leaf first; with at least the leaf
 * @param key its maker closes it
 * @param name for lists of certificates
 */
public record Identity(List<X509CertificateHolder> chain, SoftwareKey key, String name) {
    /** Checks that there is a leaf. */
    public Identity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("no certificate");
        }
    }

    /** The certificate of the key. */
    public X509CertificateHolder leaf() {
        return chain.getFirst();
    }
}
