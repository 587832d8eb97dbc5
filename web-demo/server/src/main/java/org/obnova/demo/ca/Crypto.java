// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECNamedCurveGenParameterSpec;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys and signatures per profile, by Bouncy Castle's provider, which is passed along and never registered. */
final class Crypto {
    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final int RSA_BITS = 3072;

    private Crypto() {}

    /** A new key of the profile's default parameters. */
    static KeyPair generate(CaProfile profile, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(
                    switch (profile) {
                        case GOST256, GOST512 -> "ECGOST3410-2012";
                        case EC -> "EC";
                        case RSA -> "RSA";
                    },
                    PROVIDER);
            generator.initialize(parameters(profile), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Bouncy Castle has these algorithms", e);
        }
    }

    /** A signer with the profile's digest. */
    static ContentSigner signer(CaProfile profile, PrivateKey key, SecureRandom random) {
        try {
            if (key instanceof TokenKey held) {
                return held.signer(signatureAlgorithm(profile));
            }
            return new JcaContentSignerBuilder(signatureAlgorithm(profile))
                    .setProvider(PROVIDER)
                    .setSecureRandom(random)
                    .build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("the authority's key does not sign", e);
        }
    }

    /** Whether the key signs and the certificate verifies it. What is signed can be nothing else than this check. */
    static boolean fit(Authority authority, SecureRandom random) {
        try {
            byte[] text = ("obnova key check " + random.nextLong()).getBytes(StandardCharsets.US_ASCII);
            ContentSigner signer = signer(authority.profile(), authority.key(), random);
            signer.getOutputStream().write(text);
            ContentVerifier verifier =
                    Verifiers.contentOf(authority.certificate()).get(signer.getAlgorithmIdentifier());
            verifier.getOutputStream().write(text);
            return verifier.verify(signer.getSignature());
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("the authority's key does not sign", e);
        }
    }

    private static String keyAlgorithm(ASN1ObjectIdentifier algorithm) {
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return "EC";
        }
        return algorithm.equals(PKCSObjectIdentifiers.rsaEncryption) ? "RSA" : "ECGOST3410-2012";
    }

    /** Decodes a public key; a point that is not on its curve does not decode. */
    static PublicKey publicKey(SubjectPublicKeyInfo info) throws IOException {
        try {
            return KeyFactory.getInstance(keyAlgorithm(info.getAlgorithm().getAlgorithm()), PROVIDER)
                    .generatePublic(new X509EncodedKeySpec(info.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException("key does not decode", e);
        }
    }

    private static String signatureAlgorithm(CaProfile profile) {
        return switch (profile) {
            case GOST256 -> "GOST3411-2012-256WITHECGOST3410-2012-256";
            case GOST512 -> "GOST3411-2012-512WITHECGOST3410-2012-512";
            case EC -> "SHA256withECDSA";
            case RSA -> "SHA256withRSA";
        };
    }

    static AlgorithmParameterSpec parameters(CaProfile profile) {
        return switch (profile) {
            case GOST256 -> new ECNamedCurveGenParameterSpec("GostR3410-2001-CryptoPro-XchA");
            case GOST512 -> new ECNamedCurveGenParameterSpec("Tc26-Gost-3410-12-512-paramSetA");
            case EC -> new ECGenParameterSpec("secp256r1");
            case RSA -> new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4);
        };
    }
}
