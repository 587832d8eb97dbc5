// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.pkcs12;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;

/**
 * PBES2 (RFC 8018 section 6.2) with PBKDF2 and AES or 3DES in CBC mode. A new password counts as its UTF-8 octets, also the empty one, which the library's own PBES2 refuses.
 */
public final class Pbes2 {
    private static final int SALT_OCTETS = 16;
    private static final int BLOCK_OCTETS = 16;

    private Pbes2() {}

    /** Parameters for something new: PBKDF2-HMAC-SHA-256, AES-256-CBC. */
    public static AlgorithmIdentifier parameters(Secret password, SecureRandom random) {
        byte[] salt = new byte[SALT_OCTETS];
        byte[] iv = new byte[BLOCK_OCTETS];
        random.nextBytes(salt);
        random.nextBytes(iv);
        PBKDF2Params derivation = new PBKDF2Params(
                salt,
                Stretching.iterations(password),
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE));
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_PBES2,
                new PBES2Parameters(
                        new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, derivation),
                        new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(iv))));
    }

    /** Encrypts under {@link #parameters}. */
    public static byte[] encrypt(AlgorithmIdentifier algorithm, Secret password, byte[] plain) {
        byte[] octets = password.copy();
        try {
            return run(true, PBES2Parameters.getInstance(algorithm.getParameters()), octets, plain);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encryption has no padding to refuse", e);
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    /**
     * Decrypts.
     *
     * @param password its octets, in whatever encoding
     * @throws InvalidCipherTextException when the padding is wrong: another password, or damage
     * @throws Fault {@code CONTAINER_UNSUPPORTED}
     */
    static byte[] decrypt(PBES2Parameters scheme, byte[] password, byte[] encrypted) throws InvalidCipherTextException {
        return run(false, scheme, password, encrypted);
    }

    private static byte[] run(boolean forEncryption, PBES2Parameters scheme, byte[] password, byte[] input)
            throws InvalidCipherTextException {
        Cipher kind = cipher(scheme.getEncryptionScheme().getAlgorithm());
        PaddedBufferedBlockCipher cipher =
                new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(kind.engine()), new PKCS7Padding());
        cipher.init(forEncryption, cipherParameters(scheme, kind, password));
        byte[] output = new byte[cipher.getOutputSize(input.length)];
        try {
            int written = cipher.processBytes(input, 0, input.length, output, 0);
            written += cipher.doFinal(output, written);
            return Arrays.copyOf(output, written);
        } finally {
            Arrays.fill(output, (byte) 0);
        }
    }

    private static CipherParameters cipherParameters(PBES2Parameters scheme, Cipher kind, byte[] password) {
        byte[] iv = ASN1OctetString.getInstance(scheme.getEncryptionScheme().getParameters())
                .getOctets();
        if (iv.length != kind.engine().getBlockSize()) {
            throw new IllegalArgumentException("initialisation vector of " + iv.length + " octets");
        }
        if (!scheme.getKeyDerivationFunc().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            throw unsupported(scheme.getKeyDerivationFunc().getAlgorithm());
        }
        ASN1Encodable derivation = scheme.getKeyDerivationFunc().getParameters();
        return new ParametersWithIV(derivedKey(PBKDF2Params.getInstance(derivation), kind.keyBits(), password), iv);
    }

    private static CipherParameters derivedKey(PBKDF2Params parameters, int bits, byte[] password) {
        BigInteger length = parameters.getKeyLength();
        if (length != null && !length.equals(BigInteger.valueOf(bits / 8))) {
            throw new IllegalArgumentException("key length does not fit the cipher");
        }
        PKCS5S2ParametersGenerator generator =
                new PKCS5S2ParametersGenerator(digest(parameters.getPrf().getAlgorithm()));
        generator.init(password, parameters.getSalt(), Stretching.checked(parameters.getIterationCount()));
        return generator.generateDerivedMacParameters(bits);
    }

    /** A cipher in CBC mode. */
    private record Cipher(boolean isAes, int keyBits) {
        BlockCipher engine() {
            return isAes ? AESEngine.newInstance() : new DESedeEngine();
        }
    }

    private static Cipher cipher(ASN1ObjectIdentifier oid) {
        if (oid.equals(NISTObjectIdentifiers.id_aes256_CBC)) {
            return new Cipher(true, 256);
        } else if (oid.equals(NISTObjectIdentifiers.id_aes192_CBC)) {
            return new Cipher(true, 192);
        } else if (oid.equals(NISTObjectIdentifiers.id_aes128_CBC)) {
            return new Cipher(true, 128);
        } else if (oid.equals(PKCSObjectIdentifiers.des_EDE3_CBC)) {
            return new Cipher(false, 192);
        }
        throw unsupported(oid);
    }

    /** The hash function of that HMAC (RFC 8018 appendix B.1.2). */
    static Digest digest(ASN1ObjectIdentifier prf) {
        return switch (prf.getId()) {
            case "1.2.840.113549.2.7" -> SystemDigest.of("SHA-1");
            case "1.2.840.113549.2.8" -> SystemDigest.of("SHA-224");
            case "1.2.840.113549.2.9" -> SystemDigest.of("SHA-256");
            case "1.2.840.113549.2.10" -> SystemDigest.of("SHA-384");
            case "1.2.840.113549.2.11" -> SystemDigest.of("SHA-512");
            default -> throw unsupported(prf);
        };
    }

    private static Fault unsupported(ASN1ObjectIdentifier algorithm) {
        return new Fault(ErrorCode.CONTAINER_UNSUPPORTED, "encryption by " + algorithm.getId());
    }
}
