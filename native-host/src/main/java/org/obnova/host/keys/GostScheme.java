// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cryptopro.ECGOST3410NamedCurves;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECGOST3410Signer;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/**
 * GOST R 34.10-2012 (RFC 7091) with the encodings of RFC 9215: public keys as little-endian X and Y, signatures as big-endian s and r. Reads the
 * parameter sets of CryptoPro and TC 26, makes keys with one set a length.
 */
enum GostScheme implements Scheme {
    BITS_256(32, Oids.GOST_256_KEY, Oids.GOST_256_SIGNATURE, Oids.STREEBOG_256, Oids.CRYPTO_PRO_XCH_A),
    BITS_512(64, Oids.GOST_512_KEY, Oids.GOST_512_SIGNATURE, Oids.STREEBOG_512, Oids.TC26_512_A);

    /** The arc of the sets of RFC 4357, for which RFC 9215 section 4.2 wants the digest's parameters written. */
    private static final String CRYPTO_PRO_SETS = "1.2.643.2.2.";

    private final int octets;
    private final String key;
    private final String signature;
    private final String digest;
    private final String parameterSet;

    GostScheme(int octets, String key, String signature, String digest, String parameterSet) {
        this.octets = octets;
        this.key = key;
        this.signature = signature;
        this.digest = digest;
        this.parameterSet = parameterSet;
    }

    @Override
    public Optional<KeyAlgorithm> algorithm(SubjectPublicKeyInfo publicKey) {
        return Optional.of(this == BITS_256 ? KeyAlgorithm.GOST_2012_256 : KeyAlgorithm.GOST_2012_512);
    }

    @Override
    public byte[] generate(SecureRandom random) throws IOException {
        ASN1ObjectIdentifier set = new ASN1ObjectIdentifier(parameterSet);
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(domain(set), random));
        BigInteger d = ((ECPrivateKeyParameters) generator.generateKeyPair().getPrivate()).getD();
        byte[] littleEndian = reversed(BigIntegers.asUnsignedByteArray(octets, d));
        byte[] der = new DERSequence(
                        new ASN1Encodable[] {new ASN1Integer(0), keyAlgorithm(set), new DEROctetString(littleEndian)})
                .getEncoded(ASN1Encoding.DER);
        Arrays.fill(littleEndian, (byte) 0);
        return der;
    }

    @Override
    public SubjectPublicKeyInfo publicKey(PrivateKeyInfo privateKey) throws IOException {
        ASN1ObjectIdentifier set = parameterSet(privateKey.getPrivateKeyAlgorithm());
        ECDomainParameters domain = domain(set);
        ECPoint q = new FixedPointCombMultiplier()
                .multiply(domain.getG(), scalar(privateKey, domain))
                .normalize();
        return new SubjectPublicKeyInfo(keyAlgorithm(set), new DEROctetString(littleEndian(q)));
    }

    @Override
    public AlgorithmIdentifier digestAlgorithm(SubjectPublicKeyInfo publicKey) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(digest));
    }

    @Override
    public AlgorithmIdentifier signatureAlgorithm(SubjectPublicKeyInfo publicKey) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(signature));
    }

    @Override
    public byte[] sign(PrivateKeyInfo privateKey, byte[] message) throws IOException {
        ECDomainParameters domain = domain(parameterSet(privateKey.getPrivateKeyAlgorithm()));
        BigInteger d = scalar(privateKey, domain);
        byte[] hash = Hashing.hash(new ASN1ObjectIdentifier(digest), message);
        byte[] secret = BigIntegers.asUnsignedByteArray(octets, d);
        ECGOST3410Signer signer = new ECGOST3410Signer();
        signer.init(true, new ParametersWithRandom(new ECPrivateKeyParameters(d, domain), Nonces.hedged(secret, hash)));
        Arrays.fill(secret, (byte) 0);
        BigInteger[] rs = signer.generateSignature(hash);
        byte[] encoded = new byte[2 * octets];
        BigIntegers.asUnsignedByteArray(rs[1], encoded, 0, octets);
        BigIntegers.asUnsignedByteArray(rs[0], encoded, octets, octets);
        return encoded;
    }

    @Override
    public boolean verifies(
            SubjectPublicKeyInfo publicKey, ASN1ObjectIdentifier digest, byte[] message, byte[] signature)
            throws IOException {
        if (signature.length != 2 * octets || !digest.getId().equals(this.digest)) {
            return false;
        }
        ECGOST3410Signer signer = new ECGOST3410Signer();
        signer.init(false, publicKey(publicKey));
        BigInteger s = new BigInteger(1, signature, 0, octets);
        BigInteger r = new BigInteger(1, signature, octets, octets);
        return signer.verifySignature(Hashing.hash(digest, message), r, s);
    }

    /** VKO (RFC 7836 section 4.3): the hash of the coordinates, lowest octet first, of the peer's point times the key times the keying material. */
    byte[] vko(PrivateKeyInfo privateKey, SubjectPublicKeyInfo peer, byte[] ukm, int keyOctets) throws IOException {
        ECPublicKeyParameters other = publicKey(peer);
        ASN1ObjectIdentifier set = parameterSet(privateKey.getPrivateKeyAlgorithm());
        if (!parameterSet(peer.getAlgorithm()).equals(set) || (keyOctets == 64 && this == BITS_256)) {
            throw new IOException("the peer's key is of another kind");
        }
        ECDomainParameters domain = domain(set);
        BigInteger material = new BigInteger(1, reversed(ukm));
        BigInteger factor = domain.getH()
                .multiply(material.signum() == 0 ? BigInteger.ONE : material)
                .mod(domain.getN());
        ECPoint product = other.getQ()
                .multiply(factor)
                .multiply(scalar(privateKey, domain))
                .normalize();
        if (product.isInfinity()) {
            throw new IOException("the product is the point at infinity");
        }
        byte[] xy = littleEndian(product);
        byte[] hash =
                Hashing.hash(new ASN1ObjectIdentifier(keyOctets == 64 ? Oids.STREEBOG_512 : Oids.STREEBOG_256), xy);
        Arrays.fill(xy, (byte) 0);
        return hash;
    }

    private ECPublicKeyParameters publicKey(SubjectPublicKeyInfo publicKey) throws IOException {
        byte[] xy = ASN1OctetString.getInstance(publicKey.parsePublicKey()).getOctets();
        if (xy.length != 2 * octets) {
            throw new IOException("public key of " + xy.length + " octets");
        }
        ECDomainParameters domain = domain(parameterSet(publicKey.getAlgorithm()));
        BigInteger x = new BigInteger(1, reversed(Arrays.copyOf(xy, octets)));
        BigInteger y = new BigInteger(1, reversed(Arrays.copyOfRange(xy, octets, 2 * octets)));
        return new ECPublicKeyParameters(domain.getCurve().validatePoint(x, y), domain);
    }

    /** The private number: raw octets (RFC 9548), or wrapped once more in an OCTET STRING or an INTEGER as older programs do. */
    private BigInteger scalar(PrivateKeyInfo privateKey, ECDomainParameters domain) throws IOException {
        byte[] octetsFound = privateKey.getPrivateKey().getOctets();
        BigInteger d;
        if (octetsFound.length == octets) {
            d = new BigInteger(1, reversed(octetsFound));
        } else {
            ASN1Primitive inner = ASN1Primitive.fromByteArray(octetsFound);
            d = inner instanceof ASN1Integer integer
                    ? integer.getPositiveValue()
                    : new BigInteger(
                            1, reversed(ASN1OctetString.getInstance(inner).getOctets()));
        }
        if (d.signum() <= 0 || d.compareTo(domain.getN()) >= 0) {
            throw new IOException("private number out of range");
        }
        return d;
    }

    /** Of public and private keys; the digest is written where RFC 9215 section 4.2 wants it and nowhere else. */
    AlgorithmIdentifier keyAlgorithm(ASN1ObjectIdentifier set) {
        ASN1EncodableVector parameters = new ASN1EncodableVector();
        parameters.add(set);
        if (set.getId().startsWith(CRYPTO_PRO_SETS)) {
            parameters.add(new ASN1ObjectIdentifier(digest));
        }
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(key), new DERSequence(parameters));
    }

    private static ASN1ObjectIdentifier parameterSet(AlgorithmIdentifier algorithm) {
        ASN1Sequence parameters = ASN1Sequence.getInstance(algorithm.getParameters());
        return ASN1ObjectIdentifier.getInstance(parameters.getObjectAt(0));
    }

    private ECDomainParameters domain(ASN1ObjectIdentifier set) {
        X9ECParameters curve = ECGOST3410NamedCurves.getByOIDX9(set);
        if (curve == null || (curve.getN().bitLength() + 7) / 8 != octets) {
            throw new Fault(ErrorCode.ALGORITHM_UNSUPPORTED, "parameter set " + set.getId());
        }
        return new ECDomainParameters(curve);
    }

    /** X and Y. */
    private byte[] littleEndian(ECPoint point) {
        byte[] x = reversed(
                BigIntegers.asUnsignedByteArray(octets, point.getAffineXCoord().toBigInteger()));
        byte[] y = reversed(
                BigIntegers.asUnsignedByteArray(octets, point.getAffineYCoord().toBigInteger()));
        return org.bouncycastle.util.Arrays.concatenate(x, y);
    }

    private static byte[] reversed(byte[] octets) {
        return org.bouncycastle.util.Arrays.reverse(octets);
    }
}
