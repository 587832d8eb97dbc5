// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.pkcs12;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.folder.tc26.TransportMac;

/** The MAC of PKCS#12 (RFC 7292 section 4 and appendix B): HMAC, the password as BMPString with its final zeros. */
public final class PfxMac {
    private static final int SALT_OCTETS = 16;

    private PfxMac() {}

    /** A salt for something new. */
    public static byte[] salt(SecureRandom random) {
        byte[] salt = new byte[SALT_OCTETS];
        random.nextBytes(salt);
        return salt;
    }

    /** MACs something new with HMAC-SHA-256. */
    public static MacData of(byte[] content, Secret password, byte[] salt) {
        int iterations = Stretching.iterations(password);
        byte[] bmp = BmpPassword.of(password);
        byte[] mac = mac(SystemDigest.of("SHA-256"), content, bmp, salt, iterations);
        Arrays.fill(bmp, (byte) 0);
        AlgorithmIdentifier sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
        return new MacData(new DigestInfo(sha256, mac), salt, iterations);
    }

    /** Whether the password is that of the MAC. Some programs take the empty password for no octets at all, so both are tried. */
    static boolean verifies(MacData data, byte[] content, Secret password) {
        if (TransportMac.isOne(data)) {
            return TransportMac.verifies(data, content, password);
        }
        if (Pbmac1.isOne(data)) {
            return MessageDigest.isEqual(data.getMac().getDigest(), Pbmac1.mac(data, content, password));
        }
        ASN1ObjectIdentifier digest = data.getMac().getAlgorithmId().getAlgorithm();
        int iterations = Stretching.checked(data.getIterationCount());
        byte[] expected = data.getMac().getDigest();
        byte[] bmp = BmpPassword.of(password);
        try {
            return MessageDigest.isEqual(expected, mac(digest(digest), content, bmp, data.getSalt(), iterations))
                    || (password.isEmpty()
                            && MessageDigest.isEqual(
                                    expected, mac(digest(digest), content, new byte[0], data.getSalt(), iterations)));
        } finally {
            Arrays.fill(bmp, (byte) 0);
        }
    }

    /** Whether trying a password costs little enough for a mere list. */
    static boolean isCheap(MacData data) {
        return TransportMac.isOne(data) ? TransportMac.isCheap(data) : Stretching.isCheap(iterations(data));
    }

    /** How often the password is hashed. */
    static BigInteger iterations(MacData data) {
        return Pbmac1.isOne(data) ? Pbmac1.iterations(data) : data.getIterationCount();
    }

    private static byte[] mac(Digest digest, byte[] content, byte[] password, byte[] salt, int iterations) {
        PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(digest);
        generator.init(password, salt, iterations);
        HMac mac = new HMac(digest);
        mac.init(generator.generateDerivedMacParameters(8 * digest.getDigestSize()));
        mac.update(content, 0, content.length);
        byte[] result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return result;
    }

    private static Digest digest(ASN1ObjectIdentifier oid) {
        return switch (oid.getId()) {
            case "1.3.14.3.2.26" -> SystemDigest.of("SHA-1");
            case "2.16.840.1.101.3.4.2.4" -> SystemDigest.of("SHA-224");
            case "2.16.840.1.101.3.4.2.1" -> SystemDigest.of("SHA-256");
            case "2.16.840.1.101.3.4.2.2" -> SystemDigest.of("SHA-384");
            case "2.16.840.1.101.3.4.2.3" -> SystemDigest.of("SHA-512");
            default -> throw new Fault(ErrorCode.CONTAINER_UNSUPPORTED, "MAC by " + oid.getId());
        };
    }
}
