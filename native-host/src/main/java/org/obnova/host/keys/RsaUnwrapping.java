// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.AsymmetricBlockCipher;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.crypto.encodings.PKCS1Encoding;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** RSA decryption (RFC 8017 section 7), blinded. */
final class RsaUnwrapping {
    private RsaUnwrapping() {}

    static byte[] pkcs1(PrivateKeyInfo key, byte[] encrypted, byte[] otherwise) throws IOException {
        // With a replacement given, the library looks at the padding in constant time and never tells how it was.
        AsymmetricBlockCipher cipher = new PKCS1Encoding(new RSABlindedEngine(), otherwise);
        return processed(cipher, key, encrypted);
    }

    static byte[] oaep(PrivateKeyInfo key, byte[] encrypted, RSAESOAEPparams parameters) throws IOException {
        if (!parameters.getMaskGenAlgorithm().getAlgorithm().getId().equals(Oids.MGF1)) {
            throw new Fault(ErrorCode.CIPHER_UNSUPPORTED, "mask generation");
        }
        Digest hash = digest(parameters.getHashAlgorithm());
        Digest ofMask = digest(
                AlgorithmIdentifier.getInstance(parameters.getMaskGenAlgorithm().getParameters()));
        byte[] label = ASN1OctetString.getInstance(
                        parameters.getPSourceAlgorithm().getParameters())
                .getOctets();
        return processed(new OAEPEncoding(new RSABlindedEngine(), hash, ofMask, label), key, encrypted);
    }

    private static byte[] processed(AsymmetricBlockCipher cipher, PrivateKeyInfo key, byte[] encrypted)
            throws IOException {
        var parameters = RsaScheme.INSTANCE.parameters(key);
        int octets = (parameters.getModulus().bitLength() + 7) / 8;
        // Both are public: such a number would be refused inside by another way than by its padding.
        if (encrypted.length != octets || new BigInteger(1, encrypted).compareTo(parameters.getModulus()) >= 0) {
            throw new IOException("not a number below the modulus");
        }
        cipher.init(false, parameters);
        try {
            return cipher.processBlock(encrypted, 0, encrypted.length);
        } catch (InvalidCipherTextException e) {
            throw new IOException("RSA", e);
        }
    }

    private static Digest digest(AlgorithmIdentifier algorithm) {
        return switch (algorithm.getAlgorithm().getId()) {
            case Oids.SHA1 -> new SHA1Digest();
            case Oids.SHA224 -> new SHA224Digest();
            case Oids.SHA256, Oids.SHA384, Oids.SHA512 -> Hashing.digest(algorithm.getAlgorithm());
            default -> throw new Fault(ErrorCode.CIPHER_UNSUPPORTED, "hash of OAEP");
        };
    }
}
