// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.io.OutputStream;
import java.io.Serial;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A private key inside a token: it signs there, and has no bytes here. */
@SuppressWarnings("serial") // keys are serializable by their interface; this one refuses
final class TokenKey implements PrivateKey {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient PrivateKey key;
    private final transient Provider provider;

    /** @param provider the token's, which alone can use the key */
    TokenKey(PrivateKey key, Provider provider) {
        this.key = key;
        this.provider = provider;
    }

    /** As the keystore takes it. */
    PrivateKey key() {
        return key;
    }

    /** A signer whose token may be gone by now: then it throws {@link UnusableTokenException}. */
    ContentSigner signer(String algorithm) throws OperatorCreationException {
        try {
            return new Signer(
                    new JcaContentSignerBuilder(algorithm).setProvider(provider).build(key));
        } catch (ProviderException e) {
            throw gone(e);
        }
    }

    private static UnusableTokenException gone(RuntimeException cause) {
        return new UnusableTokenException("the token does not sign; is it there, and logged in?", cause);
    }

    private record Signer(ContentSigner inToken) implements ContentSigner {
        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return inToken.getAlgorithmIdentifier();
        }

        @Override
        public OutputStream getOutputStream() {
            return inToken.getOutputStream();
        }

        @Override
        public byte[] getSignature() {
            try {
                return inToken.getSignature();
            } catch (ProviderException | RuntimeOperatorException e) {
                throw gone(e);
            }
        }
    }

    @Override
    public String getAlgorithm() {
        return key.getAlgorithm();
    }

    @Override
    public @Nullable String getFormat() {
        return null;
    }

    @Override
    public byte @Nullable [] getEncoded() {
        return null;
    }

    @Serial
    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        throw new java.io.NotSerializableException("a key of a token");
    }
}
