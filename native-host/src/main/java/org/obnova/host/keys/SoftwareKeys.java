// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.secret.Secret;

/** Reads private keys. */
public final class SoftwareKeys {
    private SoftwareKeys() {}

    /**
     * Reads the DER of PKCS#8 PrivateKeyInfo (RFC 5208). GOST keys may hold the private number as raw little-endian octets (RFC 9548), or wrapped in
     * an OCTET STRING or INTEGER; the sets of CryptoPro and TC 26 are known. EC keys lie on P-256, P-384, P-521; RSA has 2048 to 8192 bit.
     *
     * @param pkcs8 stays the caller's, who closes it
     * @return to be closed by the caller
     * @throws org.obnova.host.fault.Fault {@code ALGORITHM_UNSUPPORTED}; {@code CONTAINER_DAMAGED} when it cannot be read
     */
    public static SoftwareKey fromPkcs8(Secret pkcs8) {
        byte[] der = pkcs8.copy();
        try {
            return UntrustedDer.read(ErrorCode.CONTAINER_DAMAGED, "private key", () -> {
                PrivateKeyInfo info = PrivateKeyInfo.getInstance(der);
                Scheme scheme = Scheme.of(info.getPrivateKeyAlgorithm());
                SubjectPublicKeyInfo publicKey = scheme.publicKey(info);
                return new MemoryKey(pkcs8.duplicate(), scheme, publicKey);
            });
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }
}
