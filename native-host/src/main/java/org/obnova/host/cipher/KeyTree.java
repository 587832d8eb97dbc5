// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cipher;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.GOST3411_2012_256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** KDF_TREE_GOSTR3411_2012_256 (RFC 7836 section 4.5) for two keys, with one octet of count and the label "kdf tree". */
public final class KeyTree {
    private static final byte[] LABEL = "kdf tree".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_OCTETS = 32;

    private KeyTree() {}

    /**
     * Two keys one behind the other; the caller zeroes them.
     *
     * @param seed 8 octets
     */
    public static byte[] twoKeys(byte[] key, byte[] seed) {
        byte[] keys = new byte[2 * KEY_OCTETS];
        for (int i = 1; i <= 2; i++) {
            HMac mac = new HMac(new GOST3411_2012_256Digest());
            mac.init(new KeyParameter(key));
            mac.update((byte) i);
            mac.update(LABEL, 0, LABEL.length);
            mac.update((byte) 0);
            mac.update(seed, 0, seed.length);
            mac.update((byte) ((8 * keys.length) >>> 8));
            mac.update((byte) (8 * keys.length));
            mac.doFinal(keys, (i - 1) * KEY_OCTETS);
        }
        return keys;
    }
}
