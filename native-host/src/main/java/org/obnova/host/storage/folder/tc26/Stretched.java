// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.tc26;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.GOST3411_2012_512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;

/** PBKDF2 with HMAC-Streebog-512 (RFC 9337 section 4): the password counts as its UTF-8 octets. */
final class Stretched {
    /** As certified programs write; Streebog in software takes some ten microseconds an iteration. */
    static final int ITERATIONS = 2000;

    /** More than any program writes; a container that asks for more would hang the host. */
    private static final int MOST = 500_000;

    private static final int MOST_WHILE_LISTING = 10_000;

    private Stretched() {}

    /** Derives so many octets; the caller zeroes them. */
    static byte[] octets(Secret password, byte[] salt, BigInteger iterations, int length) {
        if (iterations.signum() <= 0 || iterations.compareTo(BigInteger.valueOf(MOST)) > 0) {
            throw new Fault(ErrorCode.CONTAINER_UNSUPPORTED, "iteration count out of bounds");
        }
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new GOST3411_2012_512Digest());
        byte[] octets = password.copy();
        try {
            generator.init(octets, salt, iterations.intValueExact());
            return ((KeyParameter) generator.generateDerivedMacParameters(8 * length)).getKey();
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    static boolean isCheap(BigInteger iterations) {
        return iterations.compareTo(BigInteger.valueOf(MOST_WHILE_LISTING)) <= 0;
    }
}
