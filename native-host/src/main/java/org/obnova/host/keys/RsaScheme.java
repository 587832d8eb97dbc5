// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** RSA, PKCS#1 v1.5 (RFC 8017 section 8.2); makes keys of 3072 bit, accepts 2048 to 8192. */
enum RsaScheme implements Scheme {
    INSTANCE;

    private static final int BITS = 3072;
    private static final int FEWEST_BITS = 2048;
    private static final int MOST_BITS = 8192;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);
    /** Error probability of the primality tests is 2 to minus this. */
    private static final int CERTAINTY = 128;

    @Override
    public Optional<KeyAlgorithm> algorithm(SubjectPublicKeyInfo key) {
        return UntrustedDer.read(
                ErrorCode.ALGORITHM_UNSUPPORTED,
                "RSA key",
                () -> RSAPublicKey.getInstance(key.parsePublicKey())
                                        .getModulus()
                                        .bitLength()
                                == BITS
                        ? Optional.of(KeyAlgorithm.RSA_3072)
                        : Optional.empty());
    }

    @Override
    public byte[] generate(SecureRandom random) throws IOException {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(new RSAKeyGenerationParameters(EXPONENT, random, BITS, CERTAINTY));
        RSAPrivateCrtKeyParameters key =
                (RSAPrivateCrtKeyParameters) generator.generateKeyPair().getPrivate();
        RSAPrivateKey encoded = new RSAPrivateKey(
                key.getModulus(),
                key.getPublicExponent(),
                key.getExponent(),
                key.getP(),
                key.getQ(),
                key.getDP(),
                key.getDQ(),
                key.getQInv());
        return new PrivateKeyInfo(keyAlgorithm(), encoded).getEncoded(ASN1Encoding.DER);
    }

    @Override
    public SubjectPublicKeyInfo publicKey(PrivateKeyInfo key) throws IOException {
        RSAPrivateKey found = RSAPrivateKey.getInstance(key.parsePrivateKey());
        checkLength(found.getModulus());
        return new SubjectPublicKeyInfo(
                keyAlgorithm(), new RSAPublicKey(found.getModulus(), found.getPublicExponent()));
    }

    @Override
    public AlgorithmIdentifier digestAlgorithm(SubjectPublicKeyInfo key) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(Oids.SHA256));
    }

    @Override
    public AlgorithmIdentifier signatureAlgorithm(SubjectPublicKeyInfo key) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(Oids.RSA_SHA256), DERNull.INSTANCE);
    }

    @Override
    public byte[] sign(PrivateKeyInfo key, byte[] message) throws IOException {
        RSAPrivateCrtKeyParameters parameters = parameters(key);
        RSADigestSigner signer = new RSADigestSigner(Hashing.digest(new ASN1ObjectIdentifier(Oids.SHA256)));
        signer.init(true, new ParametersWithRandom(parameters, new SecureRandom()));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IOException("RSA key does not sign", e);
        }
    }

    @Override
    public boolean verifies(SubjectPublicKeyInfo key, ASN1ObjectIdentifier digest, byte[] message, byte[] signature)
            throws IOException {
        RSAPublicKey found = RSAPublicKey.getInstance(key.parsePublicKey());
        checkLength(found.getModulus());
        RSADigestSigner signer = new RSADigestSigner(Hashing.digest(digest));
        signer.init(false, new RSAKeyParameters(false, found.getModulus(), found.getPublicExponent()));
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }

    /** The library's form of a private key. */
    RSAPrivateCrtKeyParameters parameters(PrivateKeyInfo key) throws IOException {
        RSAPrivateKey found = RSAPrivateKey.getInstance(key.parsePrivateKey());
        checkLength(found.getModulus());
        return new RSAPrivateCrtKeyParameters(
                found.getModulus(),
                found.getPublicExponent(),
                found.getPrivateExponent(),
                found.getPrime1(),
                found.getPrime2(),
                found.getExponent1(),
                found.getExponent2(),
                found.getCoefficient());
    }

    static AlgorithmIdentifier keyAlgorithm() {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(Oids.RSA_KEY), DERNull.INSTANCE);
    }

    private static void checkLength(BigInteger modulus) {
        int bits = modulus.bitLength();
        if (bits < FEWEST_BITS || bits > MOST_BITS) {
            throw new Fault(ErrorCode.ALGORITHM_UNSUPPORTED, "RSA of " + bits + " bit");
        }
    }
}
