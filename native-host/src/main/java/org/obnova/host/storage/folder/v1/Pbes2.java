// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.v1;

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
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.folder.tc26.TransportCipher;

/**
 * PBES2 (RFC 8018 section 6.2) with PBKDF2 and AES in CBC mode; what transport containers use is left to {@link TransportCipher}. The password counts as its UTF-8 octets, also the empty one, which the library's own PBES2
 * refuses.
 */
final class Pbes2 {
    private static final int SALT_OCTETS = 16;
    private static final int BLOCK_OCTETS = 16;

    private Pbes2() {}

    /** Parameters for something new: PBKDF2-HMAC-SHA-256, AES-256-CBC. */
    static AlgorithmIdentifier parameters(Secret password, SecureRandom random) {
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

    /** Whether its derivation costs little enough for a mere list; what is not known costs nothing, because it is refused. */
    static boolean isCheap(AlgorithmIdentifier algorithm) {
        if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            return true;
        }
        PBES2Parameters scheme = PBES2Parameters.getInstance(algorithm.getParameters());
        if (TransportCipher.isOne(scheme)) {
            return TransportCipher.isCheap(scheme);
        }
        KeyDerivationFunc derivation = scheme.getKeyDerivationFunc();
        return !derivation.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)
                || Stretching.isCheap(
                        PBKDF2Params.getInstance(derivation.getParameters()).getIterationCount());
    }

    static byte[] encrypt(AlgorithmIdentifier algorithm, Secret password, byte[] plain) {
        try {
            return run(true, algorithm, password, plain);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encryption has no padding to refuse", e);
        }
    }

    /**
     * Decrypts.
     *
     * @throws InvalidCipherTextException when the padding is wrong: another password, or damage
     * @throws Fault {@code CONTAINER_UNSUPPORTED}
     */
    static byte[] decrypt(AlgorithmIdentifier algorithm, Secret password, byte[] encrypted)
            throws InvalidCipherTextException {
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            PBES2Parameters scheme = PBES2Parameters.getInstance(algorithm.getParameters());
            if (TransportCipher.isOne(scheme)) {
                return TransportCipher.decrypt(scheme, password, encrypted);
            }
        }
        return run(false, algorithm, password, encrypted);
    }

    private static byte[] run(boolean forEncryption, AlgorithmIdentifier algorithm, Secret password, byte[] input)
            throws InvalidCipherTextException {
        if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            throw unsupported(algorithm.getAlgorithm());
        }
        PBES2Parameters scheme = PBES2Parameters.getInstance(algorithm.getParameters());
        PaddedBufferedBlockCipher cipher =
                new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(AESEngine.newInstance()), new PKCS7Padding());
        cipher.init(forEncryption, cipherParameters(scheme, password));
        byte[] output = new byte[cipher.getOutputSize(input.length)];
        try {
            int written = cipher.processBytes(input, 0, input.length, output, 0);
            written += cipher.doFinal(output, written);
            return Arrays.copyOf(output, written);
        } finally {
            Arrays.fill(output, (byte) 0);
        }
    }

    private static CipherParameters cipherParameters(PBES2Parameters scheme, Secret password) {
        ASN1ObjectIdentifier cipher = scheme.getEncryptionScheme().getAlgorithm();
        int bits = keyBits(cipher);
        byte[] iv = ASN1OctetString.getInstance(scheme.getEncryptionScheme().getParameters())
                .getOctets();
        if (iv.length != BLOCK_OCTETS) {
            throw new IllegalArgumentException("initialisation vector of " + iv.length + " octets");
        }
        if (!scheme.getKeyDerivationFunc().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            throw unsupported(scheme.getKeyDerivationFunc().getAlgorithm());
        }
        ASN1Encodable derivation = scheme.getKeyDerivationFunc().getParameters();
        return new ParametersWithIV(derivedKey(PBKDF2Params.getInstance(derivation), bits, password), iv);
    }

    private static CipherParameters derivedKey(PBKDF2Params parameters, int bits, Secret password) {
        BigInteger length = parameters.getKeyLength();
        if (length != null && !length.equals(BigInteger.valueOf(bits / 8))) {
            throw new IllegalArgumentException("key length does not fit the cipher");
        }
        PKCS5S2ParametersGenerator generator =
                new PKCS5S2ParametersGenerator(digest(parameters.getPrf().getAlgorithm()));
        byte[] octets = password.copy();
        try {
            generator.init(octets, parameters.getSalt(), Stretching.checked(parameters.getIterationCount()));
            return generator.generateDerivedMacParameters(bits);
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    private static int keyBits(ASN1ObjectIdentifier cipher) {
        if (cipher.equals(NISTObjectIdentifiers.id_aes256_CBC)) {
            return 256;
        } else if (cipher.equals(NISTObjectIdentifiers.id_aes192_CBC)) {
            return 192;
        } else if (cipher.equals(NISTObjectIdentifiers.id_aes128_CBC)) {
            return 128;
        }
        throw unsupported(cipher);
    }

    private static Digest digest(ASN1ObjectIdentifier prf) {
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
