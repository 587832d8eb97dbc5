// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.tc26;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.GOST28147Engine;
import org.bouncycastle.crypto.modes.GCFBBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.crypto.params.ParametersWithSBox;
import org.obnova.host.cipher.CounterMode;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;

/** PBES2 with Russian algorithms (RFC 9337 sections 5 and 7, R 50.1.112-2016): the key comes of PBKDF2 with HMAC-Streebog-512. */
public final class TransportCipher {
    private static final ASN1ObjectIdentifier HMAC_STREEBOG_512 = new ASN1ObjectIdentifier("1.2.643.7.1.1.4.2");
    private static final ASN1ObjectIdentifier GOST_28147 = new ASN1ObjectIdentifier("1.2.643.2.2.21");
    private static final ASN1ObjectIdentifier PARAM_Z = new ASN1ObjectIdentifier("1.2.643.7.1.2.5.1.1");
    private static final int KEY_OCTETS = 32;
    private static final int SALT_OCTETS = 32;
    private static final int BLOCK_OCTETS = 8;

    private TransportCipher() {}

    /** Whether a PBES2 is one of these: known by its derivation. */
    public static boolean isOne(PBES2Parameters scheme) {
        KeyDerivationFunc derivation = scheme.getKeyDerivationFunc();
        return derivation.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)
                && PBKDF2Params.getInstance(derivation.getParameters())
                        .getPrf()
                        .getAlgorithm()
                        .equals(HMAC_STREEBOG_512);
    }

    /** Whether trying a password costs little enough for a mere list. */
    public static boolean isCheap(PBES2Parameters scheme) {
        return Stretched.isCheap(
                PBKDF2Params.getInstance(scheme.getKeyDerivationFunc().getParameters())
                        .getIterationCount());
    }

    /**
     * Decrypts.
     *
     * @throws InvalidCipherTextException when there is a MAC, and it is wrong
     * @throws Fault {@code CONTAINER_UNSUPPORTED}
     */
    public static byte[] decrypt(PBES2Parameters scheme, Secret password, byte[] encrypted)
            throws InvalidCipherTextException {
        return decrypt(scheme, password, encrypted, true);
    }

    /**
     * What the password makes of the octets, whether or not they have changed since they were encrypted: to tell a wrong password from damage, and for nothing else.
     *
     * @throws InvalidCipherTextException when they are too short
     * @throws Fault {@code CONTAINER_UNSUPPORTED}
     */
    public static byte[] decryptUnchecked(PBES2Parameters scheme, Secret password, byte[] encrypted)
            throws InvalidCipherTextException {
        return decrypt(scheme, password, encrypted, false);
    }

    private static byte[] decrypt(PBES2Parameters scheme, Secret password, byte[] encrypted, boolean checking)
            throws InvalidCipherTextException {
        EncryptionScheme cipher = scheme.getEncryptionScheme();
        byte[] key = key(PBKDF2Params.getInstance(scheme.getKeyDerivationFunc().getParameters()), password);
        try {
            return switch (cipher.getAlgorithm().getId()) {
                case "1.2.643.2.2.21" -> feedback(false, key, cipher.getParameters(), encrypted);
                case "1.2.643.7.1.1.5.1.1" ->
                    new CounterMode(true, false).decrypt(key, ukm(cipher.getParameters()), encrypted, checking);
                case "1.2.643.7.1.1.5.1.2" ->
                    new CounterMode(true, true).decrypt(key, ukm(cipher.getParameters()), encrypted, checking);
                case "1.2.643.7.1.1.5.2.1" ->
                    new CounterMode(false, false).decrypt(key, ukm(cipher.getParameters()), encrypted, checking);
                case "1.2.643.7.1.1.5.2.2" ->
                    new CounterMode(false, true).decrypt(key, ukm(cipher.getParameters()), encrypted, checking);
                default -> throw unsupported("encryption by " + cipher.getAlgorithm());
            };
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Parameters for something new: GOST 28147-89 in CFB mode, which every program that reads transport containers reads. */
    static AlgorithmIdentifier parameters(SecureRandom random) {
        byte[] salt = new byte[SALT_OCTETS];
        byte[] iv = new byte[BLOCK_OCTETS];
        random.nextBytes(salt);
        random.nextBytes(iv);
        PBKDF2Params derivation = new PBKDF2Params(
                salt, Stretched.ITERATIONS, KEY_OCTETS, new AlgorithmIdentifier(HMAC_STREEBOG_512, DERNull.INSTANCE));
        DERSequence cipher = new DERSequence(new ASN1Encodable[] {new DEROctetString(iv), PARAM_Z});
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_PBES2,
                new PBES2Parameters(
                        new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, derivation),
                        new EncryptionScheme(GOST_28147, cipher)));
    }

    /** Encrypts under {@link #parameters}. */
    static byte[] encrypt(AlgorithmIdentifier algorithm, Secret password, byte[] plain) {
        PBES2Parameters scheme = PBES2Parameters.getInstance(algorithm.getParameters());
        byte[] key = key(PBKDF2Params.getInstance(scheme.getKeyDerivationFunc().getParameters()), password);
        try {
            return feedback(true, key, scheme.getEncryptionScheme().getParameters(), plain);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] key(PBKDF2Params derivation, Secret password) {
        BigInteger length = derivation.getKeyLength();
        if (length != null && !length.equals(BigInteger.valueOf(KEY_OCTETS))) {
            throw unsupported("a key of " + length + " octets");
        }
        return Stretched.octets(password, derivation.getSalt(), derivation.getIterationCount(), KEY_OCTETS);
    }

    /** GOST 28147-89 in CFB mode; the key is changed after each 1024 octets (RFC 4357 section 2.3.2). */
    private static byte[] feedback(boolean forEncryption, byte[] key, ASN1Encodable parameters, byte[] input) {
        ASN1Sequence parts = ASN1Sequence.getInstance(parameters);
        if (!PARAM_Z.equals(parts.getObjectAt(1))) {
            throw unsupported("S-boxes " + parts.getObjectAt(1));
        }
        byte[] iv = ASN1OctetString.getInstance(parts.getObjectAt(0)).getOctets();
        if (iv.length != BLOCK_OCTETS) {
            throw new IllegalArgumentException("initialisation vector of " + iv.length + " octets");
        }
        GCFBBlockCipher cipher = new GCFBBlockCipher(new GOST28147Engine());
        cipher.init(
                forEncryption,
                new ParametersWithIV(
                        new ParametersWithSBox(new KeyParameter(key), GOST28147Engine.getSBox("Param-Z")), iv));
        byte[] output = new byte[input.length];
        cipher.processBytes(input, 0, input.length, output, 0);
        return output;
    }

    private static byte[] ukm(ASN1Encodable parameters) {
        return ASN1OctetString.getInstance(ASN1Sequence.getInstance(parameters).getObjectAt(0))
                .getOctets();
    }

    private static Fault unsupported(String what) {
        return new Fault(ErrorCode.CONTAINER_UNSUPPORTED, what);
    }
}
