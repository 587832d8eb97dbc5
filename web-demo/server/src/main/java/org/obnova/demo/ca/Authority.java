// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.security.PrivateKey;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * One authority's key with its certificates.
 *
 * @param id its name in files and paths: {@code gost256-root}, {@code gost256}, {@code gost256-spb}
 * @param profile algorithm of its key and of what it signs
 * @param key its private key
 * @param chain its certificate, then its issuers, the root last
 */
record Authority(String id, CaProfile profile, PrivateKey key, List<X509CertificateHolder> chain) {
    Authority {
        chain = List.copyOf(chain);
    }

    X509CertificateHolder certificate() {
        return chain.getFirst();
    }

    /** Without the private key. */
    @Override
    public String toString() {
        return "Authority[" + id + "]";
    }
}
