// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** Which public keys the authority certifies, and how it writes them: exactly as RFC 9215 section 4 says. */
final class KeyRules {
    /** CryptoPro A, B, C, XchA, and TC26 256 A to D. */
    private static final Set<ASN1ObjectIdentifier> SETS_256 = oids(
            "1.2.643.2.2.35.1",
            "1.2.643.2.2.35.2",
            "1.2.643.2.2.35.3",
            "1.2.643.2.2.36.0",
            "1.2.643.7.1.2.1.1.1",
            "1.2.643.7.1.2.1.1.2",
            "1.2.643.7.1.2.1.1.3",
            "1.2.643.7.1.2.1.1.4");

    private static final Set<ASN1ObjectIdentifier> SETS_512 =
            oids("1.2.643.7.1.2.1.2.1", "1.2.643.7.1.2.1.2.2", "1.2.643.7.1.2.1.2.3");

    private static final ASN1ObjectIdentifier CRYPTOPRO_SETS = new ASN1ObjectIdentifier("1.2.643.2.2");
    private static final int RSA_MIN_BITS = 3072;
    private static final int RSA_MAX_BITS = 8192;
    private static final BigInteger RSA_EXPONENT = BigInteger.valueOf(65537);

    private KeyRules() {}

    /**
     * Checks algorithm, parameters, strength and that the key decodes (a point lies on its curve).
     *
     * @return the same key, its SubjectPublicKeyInfo exactly as RFC 9215 has it
     * @throws Problem REQUEST_INVALID
     */
    static CertifiableKey accept(SubjectPublicKeyInfo info, CaProfile profile) {
        return switch (profile) {
            case GOST256 ->
                gost(
                        info,
                        RosstandartObjectIdentifiers.id_tc26_gost_3410_12_256,
                        RosstandartObjectIdentifiers.id_tc26_gost_3411_12_256,
                        SETS_256,
                        64);
            case GOST512 ->
                gost(
                        info,
                        RosstandartObjectIdentifiers.id_tc26_gost_3410_12_512,
                        RosstandartObjectIdentifiers.id_tc26_gost_3411_12_512,
                        SETS_512,
                        128);
            case EC -> ec(info);
            case RSA -> rsa(info);
        };
    }

    /** As {@link #accept}, for a key that the authority made itself. */
    static SubjectPublicKeyInfo exact(PublicKey key, CaProfile profile) {
        return accept(SubjectPublicKeyInfo.getInstance(key.getEncoded()), profile)
                .info();
    }

    /** What makes a key the same key, however its parameters are written: SHA-256 of the key's bits, 64 hex digits. */
    static String id(SubjectPublicKeyInfo info) {
        try {
            byte[] bits = info.getPublicKeyData().getBytes();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static CertifiableKey gost(
            SubjectPublicKeyInfo info,
            ASN1ObjectIdentifier algorithm,
            ASN1ObjectIdentifier digest,
            Set<ASN1ObjectIdentifier> sets,
            int length) {
        require(info.getAlgorithm().getAlgorithm().equals(algorithm), "another key algorithm");
        ASN1Encodable[] parameters = sequence(info.getAlgorithm().getParameters());
        require(parameters.length == 1 || parameters.length == 2, "parameters have another shape");
        require(
                parameters[0] instanceof ASN1ObjectIdentifier set && sets.contains(set),
                "parameter set is not allowed");
        ASN1ObjectIdentifier set = (ASN1ObjectIdentifier) parameters[0];
        boolean named = parameters.length == 2;
        require(!named || digest.equals(parameters[1]), "digestParamSet of another digest");
        require(named || !set.on(CRYPTOPRO_SETS), "digestParamSet is missing");
        require(
                parsed(info) instanceof ASN1OctetString octets && octets.getOctets().length == length,
                "key has another length");
        PublicKey decoded = decode(info);
        ASN1EncodableVector exact = new ASN1EncodableVector();
        exact.add(set);
        if (set.on(CRYPTOPRO_SETS)) {
            exact.add(digest);
        }
        return new CertifiableKey(
                encoded(new AlgorithmIdentifier(algorithm, new DERSequence(exact)), parsed(info)), decoded);
    }

    private static CertifiableKey ec(SubjectPublicKeyInfo info) {
        AlgorithmIdentifier p256 =
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, X9ObjectIdentifiers.prime256v1);
        require(info.getAlgorithm().equals(p256), "not a P-256 key with a named curve");
        byte[] point = info.getPublicKeyData().getBytes();
        require(point.length == 65 && point[0] == 4, "point is not uncompressed");
        return new CertifiableKey(info, decode(info));
    }

    private static CertifiableKey rsa(SubjectPublicKeyInfo info) {
        AlgorithmIdentifier rsa = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
        require(info.getAlgorithm().equals(rsa), "not an RSA key");
        RSAPublicKey key = (RSAPublicKey) decode(info);
        int bits = key.getModulus().bitLength();
        require(bits >= RSA_MIN_BITS && bits <= RSA_MAX_BITS, "RSA key of another size");
        require(key.getPublicExponent().equals(RSA_EXPONENT), "RSA exponent must be 65537");
        return new CertifiableKey(info, key);
    }

    private static PublicKey decode(SubjectPublicKeyInfo info) {
        try {
            return Crypto.publicKey(info);
        } catch (IOException | IllegalArgumentException e) {
            throw new Problem(ProblemCode.REQUEST_INVALID, "key does not decode", e);
        }
    }

    private static ASN1Encodable[] sequence(@Nullable ASN1Encodable value) {
        return value instanceof ASN1Sequence sequence ? sequence.toArray() : new ASN1Encodable[0];
    }

    private static ASN1Primitive parsed(SubjectPublicKeyInfo info) {
        try {
            return info.parsePublicKey();
        } catch (IOException e) {
            throw new Problem(ProblemCode.REQUEST_INVALID, "key does not decode", e);
        }
    }

    private static SubjectPublicKeyInfo encoded(AlgorithmIdentifier algorithm, ASN1Primitive key) {
        try {
            return new SubjectPublicKeyInfo(algorithm, key);
        } catch (IOException e) {
            throw new Problem(ProblemCode.REQUEST_INVALID, "key does not encode", e);
        }
    }

    private static void require(boolean condition, String detail) {
        if (!condition) {
            throw new Problem(ProblemCode.REQUEST_INVALID, detail);
        }
    }

    private static Set<ASN1ObjectIdentifier> oids(String... dotted) {
        return Stream.of(dotted).map(ASN1ObjectIdentifier::new).collect(Collectors.toUnmodifiableSet());
    }
}
