// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentSigner;

/**
 * The key of a service that an authority lets speak for it.
 *
 * @param authority id of that authority
 * @param profile algorithm of the key
 * @param key its private key
 * @param chain its certificate, the authority's, and on to the root
 */
public record ServiceKey(String authority, CaProfile profile, PrivateKey key, List<X509CertificateHolder> chain) {
    public ServiceKey {
        chain = List.copyOf(chain);
    }

    public X509CertificateHolder certificate() {
        return chain.getFirst();
    }

    /** The certificate of the authority. */
    public X509CertificateHolder issuer() {
        return chain.get(1);
    }

    /** A signer with the profile's digest. */
    public ContentSigner signer(SecureRandom random) {
        return Crypto.signer(profile, key, random);
    }

    /** Without the private key. */
    @Override
    public String toString() {
        return "ServiceKey[" + authority + "]";
    }
}
