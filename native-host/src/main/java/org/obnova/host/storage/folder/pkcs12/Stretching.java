// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.pkcs12;

import java.math.BigInteger;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;

/** How often a password is hashed. */
public final class Stretching {
    /**
     * For a password that a person chose. A guess costs the cheaper of the two derivations (that of the MAC: one hash an iteration); the owner pays both,
     * which must stay below what a person notices.
     */
    private static final int PASSWORD = 150_000;

    /** The empty password is no secret: hashing it longer would only make everybody wait. */
    private static final int EMPTY = 2048;

    /** More than any program writes; a container that asks for more would hang the host. */
    private static final int MOST = 5_000_000;

    /** Listing tries the empty password on a foreign container; one that stretches it longer than this is not tried. */
    private static final int MOST_WHILE_LISTING = 200_000;

    private Stretching() {}

    /** How often a new container hashes this password. */
    public static int iterations(Secret password) {
        return password.isEmpty() ? EMPTY : PASSWORD;
    }

    static int checked(BigInteger iterations) {
        if (iterations.signum() <= 0 || iterations.compareTo(BigInteger.valueOf(MOST)) > 0) {
            throw new Fault(ErrorCode.CONTAINER_UNSUPPORTED, "iteration count out of bounds");
        }
        return iterations.intValueExact();
    }

    /** Refuses a container all of whose parts together would hang the host. */
    static void checkSum(BigInteger iterations) {
        if (iterations.compareTo(BigInteger.valueOf(2L * MOST)) > 0) {
            throw new Fault(ErrorCode.CONTAINER_UNSUPPORTED, "iteration counts out of bounds");
        }
    }

    static boolean isCheap(BigInteger iterations) {
        return iterations.compareTo(BigInteger.valueOf(MOST_WHILE_LISTING)) <= 0;
    }
}
