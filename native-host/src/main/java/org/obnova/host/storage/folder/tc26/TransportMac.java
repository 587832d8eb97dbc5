// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.tc26;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.crypto.digests.GOST3411_2012_512Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.obnova.host.secret.Secret;

/** The MAC of a transport container (RFC 9548 section 3): HMAC-Streebog-512 under the last 32 of 96 derived octets. */
public final class TransportMac {
    private static final ASN1ObjectIdentifier STREEBOG_512 = new ASN1ObjectIdentifier("1.2.643.7.1.1.2.3");
    private static final int DERIVED_OCTETS = 96;
    private static final int KEY_OCTETS = 32;
    private static final int SALT_OCTETS = 32;

    private TransportMac() {}

    /** Whether the MAC is one of these. */
    public static boolean isOne(MacData data) {
        return data.getMac().getAlgorithmId().getAlgorithm().equals(STREEBOG_512);
    }

    /** Whether trying a password costs little enough for a mere list. */
    public static boolean isCheap(MacData data) {
        return Stretched.isCheap(data.getIterationCount());
    }

    /** Whether the password is that of the MAC. */
    public static boolean verifies(MacData data, byte[] content, Secret password) {
        byte[] mac = mac(content, password, data.getSalt(), data.getIterationCount());
        return MessageDigest.isEqual(data.getMac().getDigest(), mac);
    }

    /** MACs something new. */
    static MacData of(byte[] content, Secret password, SecureRandom random) {
        byte[] salt = new byte[SALT_OCTETS];
        random.nextBytes(salt);
        byte[] mac = mac(content, password, salt, BigInteger.valueOf(Stretched.ITERATIONS));
        return new MacData(new DigestInfo(new AlgorithmIdentifier(STREEBOG_512), mac), salt, Stretched.ITERATIONS);
    }

    private static byte[] mac(byte[] content, Secret password, byte[] salt, BigInteger iterations) {
        byte[] derived = Stretched.octets(password, salt, iterations, DERIVED_OCTETS);
        HMac mac = new HMac(new GOST3411_2012_512Digest());
        mac.init(new KeyParameter(derived, DERIVED_OCTETS - KEY_OCTETS, KEY_OCTETS));
        Arrays.fill(derived, (byte) 0);
        mac.update(content, 0, content.length);
        byte[] result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return result;
    }
}
