// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** ECDSA (FIPS 186-5) on the NIST curves over prime fields, encoded after RFC 5480 and RFC 5915; makes keys on P-256. */
enum EcScheme implements Scheme {
    INSTANCE;

    @Override
    public Optional<KeyAlgorithm> algorithm(SubjectPublicKeyInfo key) {
        return curve(key.getAlgorithm()).getId().equals(Oids.P256)
                ? Optional.of(KeyAlgorithm.EC_P256)
                : Optional.empty();
    }

    @Override
    public byte[] generate(SecureRandom random) throws IOException {
        ASN1ObjectIdentifier curve = new ASN1ObjectIdentifier(Oids.P256);
        ECNamedDomainParameters domain = ECNamedDomainParameters.lookup(curve);
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(domain, random));
        var pair = generator.generateKeyPair();
        BigInteger d = ((ECPrivateKeyParameters) pair.getPrivate()).getD();
        byte[] q = ((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false);
        ECPrivateKey key = new ECPrivateKey(domain.getN().bitLength(), d, new DERBitString(q), null);
        return new PrivateKeyInfo(keyAlgorithm(curve), key).getEncoded(ASN1Encoding.DER);
    }

    @Override
    public SubjectPublicKeyInfo publicKey(PrivateKeyInfo key) throws IOException {
        ECNamedDomainParameters domain = domain(key.getPrivateKeyAlgorithm());
        byte[] q = new FixedPointCombMultiplier()
                .multiply(domain.getG(), scalar(key, domain))
                .getEncoded(false);
        return new SubjectPublicKeyInfo(keyAlgorithm(domain.getName()), q);
    }

    @Override
    public AlgorithmIdentifier digestAlgorithm(SubjectPublicKeyInfo key) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(digest(key.getAlgorithm())));
    }

    @Override
    public AlgorithmIdentifier signatureAlgorithm(SubjectPublicKeyInfo key) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(
                switch (digest(key.getAlgorithm())) {
                    case Oids.SHA256 -> Oids.ECDSA_SHA256;
                    case Oids.SHA384 -> Oids.ECDSA_SHA384;
                    default -> Oids.ECDSA_SHA512;
                }));
    }

    @Override
    public byte[] sign(PrivateKeyInfo key, byte[] message) throws IOException {
        ECNamedDomainParameters domain = domain(key.getPrivateKeyAlgorithm());
        BigInteger d = scalar(key, domain);
        byte[] hash = Hashing.hash(new ASN1ObjectIdentifier(digest(key.getPrivateKeyAlgorithm())), message);
        byte[] secret = BigIntegers.asUnsignedByteArray(d);
        ECDSASigner signer = new ECDSASigner();
        signer.init(true, new ParametersWithRandom(new ECPrivateKeyParameters(d, domain), Nonces.hedged(secret, hash)));
        Arrays.fill(secret, (byte) 0);
        BigInteger[] rs = signer.generateSignature(hash);
        return StandardDSAEncoding.INSTANCE.encode(domain.getN(), rs[0], rs[1]);
    }

    @Override
    public boolean verifies(SubjectPublicKeyInfo key, ASN1ObjectIdentifier digest, byte[] message, byte[] signature)
            throws IOException {
        ECNamedDomainParameters domain = domain(key.getAlgorithm());
        byte[] point = key.getPublicKeyData().getOctets();
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, new ECPublicKeyParameters(domain.getCurve().decodePoint(point), domain));
        BigInteger[] rs;
        try {
            rs = UntrustedDer.read(
                    ErrorCode.CERTIFICATE_INVALID,
                    "signature",
                    () -> StandardDSAEncoding.INSTANCE.decode(domain.getN(), signature));
        } catch (Fault misshapen) {
            return false;
        }
        return signer.verifySignature(Hashing.hash(digest, message), rs[0], rs[1]);
    }

    /** The X coordinate of the product (SP 800-56A section 5.7.1.2); the point is checked to lie on the curve. */
    byte[] agree(PrivateKeyInfo key, SubjectPublicKeyInfo peer) throws IOException {
        ECNamedDomainParameters domain = domain(key.getPrivateKeyAlgorithm());
        ECPoint point = domain.validatePublicPoint(
                domain.getCurve().decodePoint(peer.getPublicKeyData().getOctets()));
        ECPoint product = point.multiply(scalar(key, domain)).normalize();
        if (product.isInfinity()) {
            throw new IOException("the product is the point at infinity");
        }
        return product.getAffineXCoord().getEncoded();
    }

    private static BigInteger scalar(PrivateKeyInfo key, ECNamedDomainParameters domain) throws IOException {
        BigInteger d = ECPrivateKey.getInstance(key.parsePrivateKey()).getKey();
        if (d.signum() <= 0 || d.compareTo(domain.getN()) >= 0) {
            throw new IOException("private number out of range");
        }
        return d;
    }

    static AlgorithmIdentifier keyAlgorithm(ASN1ObjectIdentifier curve) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(Oids.EC_KEY), curve);
    }

    private static ASN1ObjectIdentifier curve(AlgorithmIdentifier key) {
        return ASN1ObjectIdentifier.getInstance(key.getParameters());
    }

    private static String digest(AlgorithmIdentifier key) {
        String curve = curve(key).getId();
        return switch (curve) {
            case Oids.P256 -> Oids.SHA256;
            case Oids.P384 -> Oids.SHA384;
            case Oids.P521 -> Oids.SHA512;
            default -> throw new Fault(ErrorCode.ALGORITHM_UNSUPPORTED, "curve " + curve);
        };
    }

    private static ECNamedDomainParameters domain(AlgorithmIdentifier key) {
        digest(key);
        return ECNamedDomainParameters.lookup(curve(key));
    }
}
