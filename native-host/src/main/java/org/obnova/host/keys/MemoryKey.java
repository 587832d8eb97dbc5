// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.secret.Secret;

/** A key as its PKCS#8, decoded only while it signs: numbers of the library cannot be zeroed, octets can. */
final class MemoryKey implements SoftwareKey {
    private final Secret pkcs8;
    private final Scheme scheme;
    private final SubjectPublicKeyInfo publicKey;

    MemoryKey(Secret pkcs8, Scheme scheme, SubjectPublicKeyInfo publicKey) {
        this.pkcs8 = pkcs8;
        this.scheme = scheme;
        this.publicKey = publicKey;
    }

    @Override
    public Optional<KeyAlgorithm> algorithm() {
        return scheme.algorithm(publicKey);
    }

    @Override
    public SubjectPublicKeyInfo publicKey() {
        return publicKey;
    }

    @Override
    public AlgorithmIdentifier digestAlgorithm() {
        return scheme.digestAlgorithm(publicKey);
    }

    @Override
    public AlgorithmIdentifier signatureAlgorithm() {
        return scheme.signatureAlgorithm(publicKey);
    }

    @Override
    public byte[] sign(byte[] message) {
        byte[] der = pkcs8.copy();
        try {
            return UntrustedDer.read(
                    ErrorCode.CONTAINER_DAMAGED,
                    "private key",
                    () -> scheme.sign(PrivateKeyInfo.getInstance(der), message));
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }

    @Override
    public Secret pkcs8() {
        return pkcs8.duplicate();
    }

    @Override
    public String toString() {
        return "SoftwareKey";
    }

    @Override
    public void close() {
        pkcs8.close();
    }
}
