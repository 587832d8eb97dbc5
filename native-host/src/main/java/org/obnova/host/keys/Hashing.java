// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.GOST3411_2012_256Digest;
import org.bouncycastle.crypto.digests.GOST3411_2012_512Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** The hash functions in use: SHA-2 (FIPS 180-4) and Streebog (GOST R 34.11-2012). */
public final class Hashing {
    private Hashing() {}

    /**
     * The hash of a message.
     *
     * @throws Fault {@code ALGORITHM_UNSUPPORTED}
     */
    public static byte[] hash(ASN1ObjectIdentifier algorithm, byte[] message) {
        Digest digest = digest(algorithm);
        digest.update(message, 0, message.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    static Digest digest(ASN1ObjectIdentifier algorithm) {
        return switch (algorithm.getId()) {
            case Oids.SHA256 -> new SHA256Digest();
            case Oids.SHA384 -> new SHA384Digest();
            case Oids.SHA512 -> new SHA512Digest();
            case Oids.STREEBOG_256 -> new GOST3411_2012_256Digest();
            case Oids.STREEBOG_512 -> new GOST3411_2012_512Digest();
            default -> throw new Fault(ErrorCode.ALGORITHM_UNSUPPORTED, "hash " + algorithm.getId());
        };
    }
}
