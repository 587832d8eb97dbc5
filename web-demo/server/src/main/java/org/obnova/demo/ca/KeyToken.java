// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/**
 * A PKCS#11 token as the place of an authority's keys: they are made in it (CKA_SENSITIVE, never CKA_EXTRACTABLE) and sign in it. Through Java's own
 * provider, which knows no GOST. The PIN is tried once: most tokens lock after some wrong ones.
 */
final class KeyToken {
    private final Provider provider;
    private final KeyStore keys;

    private KeyToken(Provider provider, KeyStore keys) {
        this.provider = provider;
        this.keys = keys;
    }

    /** Logs in. */
    static KeyToken open(TokenSettings settings) {
        try {
            Provider java = Security.getProvider("SunPKCS11");
            if (java == null) {
                throw new UnusableTokenException("this Java has no module jdk.crypto.cryptoki");
            }
            Provider provider = java.configure(configuration(settings));
            KeyStore keys = KeyStore.getInstance("PKCS11", provider);
            keys.load(null, settings.pin().toCharArray());
            return new KeyToken(provider, keys);
        } catch (InvalidParameterException | ProviderException e) {
            throw new UnusableTokenException("no token answers in " + settings, e);
        } catch (IOException e) {
            throw new UnusableTokenException(
                    e.getCause() instanceof UnrecoverableKeyException
                            ? "the token refuses the PIN; it was tried once"
                            : "the token does not open",
                    e);
        } catch (GeneralSecurityException e) {
            throw new UnusableTokenException("the token does not open", e);
        }
    }

    /** Syntax: Java's PKCS#11 reference guide, section 2.2. */
    private static String configuration(TokenSettings settings) {
        return """
                --name = obnova-authority
                library = %s
                slot = %d
                attributes(generate, CKO_PRIVATE_KEY, *) = {
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                  CKA_SIGN = true
                }
                """.formatted(settings.module(), settings.slot());
    }

    /** A new key, which lies in the token for good once it is {@link #keep kept}. */
    KeyPair generate(CaProfile profile) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(
                    switch (profile) {
                        case EC -> "EC";
                        case RSA -> "RSA";
                        case GOST256, GOST512 ->
                            throw new UnusableTokenException(
                                    "keys of GOST in a token are not possible here: ec or rsa");
                    },
                    provider);
            generator.initialize(Crypto.parameters(profile));
            KeyPair made = generator.generateKeyPair();
            return new KeyPair(made.getPublic(), new TokenKey(made.getPrivate(), provider));
        } catch (GeneralSecurityException | ProviderException e) {
            throw new UnusableTokenException("the token makes no such key", e);
        }
    }

    /** The key of that name, with its certificates. */
    Optional<KeyFile> find(String id) {
        try {
            Certificate[] chain = keys.getCertificateChain(id);
            if (chain == null || !(keys.getKey(id, null) instanceof PrivateKey key)) {
                return Optional.empty();
            }
            List<X509CertificateHolder> holders = new ArrayList<>();
            for (Certificate certificate : chain) {
                holders.add(new JcaX509CertificateHolder((X509Certificate) certificate));
            }
            X509CertificateHolder last = holders.getLast();
            if (!last.getSubject().equals(last.getIssuer())) {
                throw new UnusableTokenException("the token has no certificates up to the root of " + id);
            }
            return Optional.of(new KeyFile(new TokenKey(key, provider), holders));
        } catch (GeneralSecurityException | ProviderException e) {
            throw new UnusableTokenException("the token does not tell the key " + id, e);
        }
    }

    /** Keeps a key that was made here, and its certificates. */
    KeyFile keep(String id, KeyFile made) {
        try {
            JcaX509CertificateConverter certificates = new JcaX509CertificateConverter();
            List<X509Certificate> chain = new ArrayList<>();
            for (X509CertificateHolder holder : made.chain()) {
                chain.add(certificates.getCertificate(holder));
            }
            keys.setKeyEntry(id, ((TokenKey) made.key()).key(), null, chain.toArray(X509Certificate[]::new));
        } catch (GeneralSecurityException | ProviderException e) {
            throw new UnusableTokenException("the token does not keep the key " + id, e);
        }
        return find(id).orElseThrow(() -> new UnusableTokenException("the token has lost the key " + id));
    }
}
