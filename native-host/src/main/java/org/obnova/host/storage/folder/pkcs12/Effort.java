// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.pkcs12;

import java.math.BigInteger;

/** What may be spent on trying the empty password, in iterations of its hash: a drive may hold hundreds of containers, each of which is cheap alone. For one thread. */
public final class Effort {
    /** About a second. */
    private static final long OF_A_LISTING = 1_000_000;

    private long left;

    private Effort(long left) {
        this.left = left;
    }

    /** For all files of a folder together. */
    public static Effort ofAListing() {
        return new Effort(OF_A_LISTING);
    }

    /** For one file that a person has named. */
    public static Effort ofOneFile() {
        return new Effort(Long.MAX_VALUE);
    }

    /** Whether there is enough left for this; it is spent then. */
    public boolean spend(BigInteger iterations) {
        if (iterations.compareTo(BigInteger.valueOf(left)) > 0) {
            return false;
        }
        left -= iterations.longValueExact();
        return true;
    }
}
