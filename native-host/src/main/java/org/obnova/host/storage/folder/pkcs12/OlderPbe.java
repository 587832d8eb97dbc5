// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.pkcs12;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.RC2Engine;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;

/**
 * The encryption of RFC 7292 appendix C with which Windows, old browsers and {@code openssl pkcs12 -legacy} write: 3DES or RC2 in CBC mode, key and vector of the derivation of
 * appendix B with SHA-1. Only read: nothing is written so any more.
 */
final class OlderPbe {
    private static final String ARC = "1.2.840.113549.1.12.1.";
    private static final int BLOCK_BITS = 64;

    /** One of the schemes; RC4 (1 and 2) is in no program's export. */
    private enum Scheme {
        TRIPLE_DES(192),
        TWO_KEY_TRIPLE_DES(128),
        RC2_128(128),
        RC2_40(40);

        private final int keyBits;

        Scheme(int keyBits) {
            this.keyBits = keyBits;
        }

        private BlockCipher engine() {
            return this == TRIPLE_DES || this == TWO_KEY_TRIPLE_DES ? new DESedeEngine() : new RC2Engine();
        }
    }

    private OlderPbe() {}

    static boolean isOne(AlgorithmIdentifier algorithm) {
        return algorithm.getAlgorithm().getId().startsWith(ARC);
    }

    static BigInteger iterations(AlgorithmIdentifier algorithm) {
        return PKCS12PBEParams.getInstance(algorithm.getParameters()).getIterations();
    }

    /**
     * Decrypts. Some programs take the empty password for no octets at all, and Java cuts the octets of a password to seven bits: these are tried too.
     *
     * @throws InvalidCipherTextException when the padding is wrong: another password, or damage
     * @throws Fault {@code CONTAINER_UNSUPPORTED}
     */
    static byte[] decrypt(AlgorithmIdentifier algorithm, Secret password, byte[] encrypted)
            throws InvalidCipherTextException {
        byte[] bmp = BmpPassword.of(password);
        byte[] ofJava = BmpPassword.ofJava(password);
        try {
            Attempts.Attempt asWritten = () -> decrypt(algorithm, bmp, encrypted);
            if (password.isEmpty()) {
                return Attempts.of(asWritten, () -> decrypt(algorithm, new byte[0], encrypted));
            }
            return Arrays.equals(bmp, ofJava)
                    ? Attempts.of(asWritten)
                    : Attempts.of(asWritten, () -> decrypt(algorithm, ofJava, encrypted));
        } finally {
            Arrays.fill(bmp, (byte) 0);
            Arrays.fill(ofJava, (byte) 0);
        }
    }

    private static byte[] decrypt(AlgorithmIdentifier algorithm, byte[] password, byte[] encrypted)
            throws InvalidCipherTextException {
        Scheme scheme = scheme(algorithm.getAlgorithm());
        PKCS12PBEParams parameters = PKCS12PBEParams.getInstance(algorithm.getParameters());
        PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(SystemDigest.of("SHA-1"));
        generator.init(password, parameters.getIV(), Stretching.checked(parameters.getIterations()));
        CipherParameters derived = generator.generateDerivedParameters(scheme.keyBits, BLOCK_BITS);
        PaddedBufferedBlockCipher cipher =
                new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(scheme.engine()), new PKCS7Padding());
        cipher.init(false, derived);
        byte[] output = new byte[cipher.getOutputSize(encrypted.length)];
        try {
            int written = cipher.processBytes(encrypted, 0, encrypted.length, output, 0);
            written += cipher.doFinal(output, written);
            return Arrays.copyOf(output, written);
        } finally {
            Arrays.fill(output, (byte) 0);
        }
    }

    private static Scheme scheme(ASN1ObjectIdentifier algorithm) {
        return switch (algorithm.getId()) {
            case ARC + "3" -> Scheme.TRIPLE_DES;
            case ARC + "4" -> Scheme.TWO_KEY_TRIPLE_DES;
            case ARC + "5" -> Scheme.RC2_128;
            case ARC + "6" -> Scheme.RC2_40;
            default -> throw new Fault(ErrorCode.CONTAINER_UNSUPPORTED, "encryption by " + algorithm.getId());
        };
    }
}
