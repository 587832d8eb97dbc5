// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
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
    public byte[] unwrapPkcs1(byte[] encrypted, byte[] otherwise) {
        return decrypting(Oids.RSA_KEY, key -> RsaUnwrapping.pkcs1(key, encrypted, otherwise));
    }

    @Override
    public byte[] unwrapOaep(byte[] encrypted, RSAESOAEPparams parameters) {
        return decrypting(Oids.RSA_KEY, key -> RsaUnwrapping.oaep(key, encrypted, parameters));
    }

    @Override
    public byte[] agree(SubjectPublicKeyInfo peer) {
        return decrypting(Oids.EC_KEY, key -> EcScheme.INSTANCE.agree(key, peer));
    }

    @Override
    public byte[] vko(SubjectPublicKeyInfo peer, byte[] ukm, int octets) {
        return decrypting("", key -> {
            if (!(scheme instanceof GostScheme gost)) {
                throw new IOException("not a key of GOST R 34.10");
            }
            return gost.vko(key, peer, ukm, octets);
        });
    }

    /** Uses the decoded key. */
    private interface Use {
        byte[] with(PrivateKeyInfo key) throws IOException;
    }

    private byte[] decrypting(String kind, Use use) {
        byte[] der = pkcs8.copy();
        try {
            return UntrustedDer.read(ErrorCode.MESSAGE_DAMAGED, "encrypted key", () -> {
                PrivateKeyInfo key = PrivateKeyInfo.getInstance(der);
                String found = key.getPrivateKeyAlgorithm().getAlgorithm().getId();
                if (!kind.isEmpty() && !found.equals(kind)) {
                    throw new IOException("a key of another kind");
                }
                return use.with(key);
            });
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
