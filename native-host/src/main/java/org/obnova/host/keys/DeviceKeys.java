// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/**
 * Keys and signatures between the forms that cryptographic devices give (PKCS #11 v3.1 sections 6.1, 6.3, 6.34) and those of X.509. Devices of all vendors
 * give GOST public keys as little-endian X and Y, and GOST signatures in the order that X.509 wants.
 */
public final class DeviceKeys {
    private DeviceKeys() {}

    /**
     * A key of GOST R 34.10-2012, encoded exactly as RFC 9215 section 4 wants it.
     *
     * @param parameterSet DER of the object identifier
     * @param value X and Y, 64 or 128 octets; some devices wrap them into an OCTET STRING
     * @throws Fault {@code ALGORITHM_UNSUPPORTED}
     */
    public static SubjectPublicKeyInfo gost(byte[] parameterSet, byte[] value) {
        return read("GOST public key of a device", () -> {
            byte[] xy = value.length % 64 == 0 ? value : unwrapped(value);
            GostScheme scheme = switch (xy.length) {
                case 64 -> GostScheme.BITS_256;
                case 128 -> GostScheme.BITS_512;
                default -> throw new IOException("public key of " + xy.length + " octets");
            };
            ASN1ObjectIdentifier set = ASN1ObjectIdentifier.getInstance(ASN1Primitive.fromByteArray(parameterSet));
            return new SubjectPublicKeyInfo(scheme.keyAlgorithm(set), new DEROctetString(xy));
        });
    }

    /**
     * An ECDSA key on a named curve (RFC 5480).
     *
     * @param curve DER of the object identifier
     * @param point uncompressed; some devices wrap it into an OCTET STRING, as the standard wants, some do not
     * @throws Fault {@code ALGORITHM_UNSUPPORTED}
     */
    public static SubjectPublicKeyInfo ec(byte[] curve, byte[] point) {
        return read("EC public key of a device", () -> {
            ASN1ObjectIdentifier name = ASN1ObjectIdentifier.getInstance(ASN1Primitive.fromByteArray(curve));
            // An uncompressed point has an odd length, 04 and two numbers of one length; the header has two or three
            // octets more.
            int octets = switch (name.getId()) {
                case Oids.P256 -> 65;
                case Oids.P384 -> 97;
                case Oids.P521 -> 133;
                default -> throw new Fault(ErrorCode.ALGORITHM_UNSUPPORTED, "curve " + name.getId());
            };
            return new SubjectPublicKeyInfo(
                    EcScheme.keyAlgorithm(name), point.length == octets ? point : unwrapped(point));
        });
    }

    /** An RSA key (RFC 8017), of big-endian numbers without a sign. */
    public static SubjectPublicKeyInfo rsa(byte[] modulus, byte[] exponent) {
        return read(
                "RSA public key of a device",
                () -> new SubjectPublicKeyInfo(
                        RsaScheme.keyAlgorithm(),
                        new RSAPublicKey(new BigInteger(1, modulus), new BigInteger(1, exponent))));
    }

    /** What a device is given to sign: the message's hash; for RSA (PKCS#1 v1.5 without hashing) the DigestInfo of it. */
    public static byte[] toSign(SubjectPublicKeyInfo key, byte[] message) {
        AlgorithmIdentifier digest = PublicKeys.digestAlgorithm(key);
        byte[] hash = Hashing.hash(digest.getAlgorithm(), message);
        if (!isOf(key, Oids.RSA_KEY)) {
            return hash;
        }
        try {
            return new DigestInfo(new AlgorithmIdentifier(digest.getAlgorithm(), DERNull.INSTANCE), hash)
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A device's signature as X.509 and CMS want it: ECDSA's two numbers become a SEQUENCE (RFC 3279 section 2.2.3), others stay. */
    public static byte[] signature(SubjectPublicKeyInfo key, byte[] raw) {
        if (!isOf(key, Oids.EC_KEY)) {
            return raw;
        }
        int half = raw.length / 2;
        try {
            return new DERSequence(new ASN1Integer[] {
                        new ASN1Integer(new BigInteger(1, Arrays.copyOf(raw, half))),
                        new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, half, raw.length)))
                    })
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which kind of key it is; empty for one that the host does not sign with. */
    public static Optional<Kind> kind(SubjectPublicKeyInfo key) {
        return switch (key.getAlgorithm().getAlgorithm().getId()) {
            case Oids.GOST_256_KEY -> Optional.of(Kind.GOST_256);
            case Oids.GOST_512_KEY -> Optional.of(Kind.GOST_512);
            case Oids.EC_KEY -> Optional.of(Kind.EC);
            case Oids.RSA_KEY -> Optional.of(Kind.RSA);
            default -> Optional.empty();
        };
    }

    /** The kinds of keys that devices sign with in different ways. */
    public enum Kind {
        GOST_256,
        GOST_512,
        EC,
        RSA
    }

    private static boolean isOf(SubjectPublicKeyInfo key, String oid) {
        return key.getAlgorithm().getAlgorithm().getId().equals(oid);
    }

    private static byte[] unwrapped(byte[] der) throws IOException {
        return ASN1OctetString.getInstance(ASN1Primitive.fromByteArray(der)).getOctets();
    }

    private static <T> T read(String what, UntrustedDer.Reading<T> reading) {
        return UntrustedDer.read(ErrorCode.ALGORITHM_UNSUPPORTED, what, reading);
    }
}
