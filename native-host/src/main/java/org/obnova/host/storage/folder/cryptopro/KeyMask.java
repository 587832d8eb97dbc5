// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.cryptopro;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/**
 * A file {@code masks.key}: what the private number was multiplied with, and the salt of the key that encrypts it.
 *
 * @param mask 32 or 64 octets, little-endian
 * @param salt 12 octets
 */
// The octets are kept as they are; two masks are never compared.
@SuppressWarnings("ArrayRecordComponent")
record KeyMask(byte[] mask, byte[] salt) {
    private static final int MAC_KEY_OCTETS = 32;

    /**
     * Decodes and checks the MAC, which is keyed with the mask's last 32 octets.
     *
     * @throws Fault {@code CONTAINER_DAMAGED}
     */
    static KeyMask read(byte[] der) throws IOException {
        ASN1Sequence parts = ASN1Sequence.getInstance(der);
        if (parts.size() != 3) {
            throw new IOException("masks of " + parts.size() + " parts");
        }
        byte[] mask = ASN1OctetString.getInstance(parts.getObjectAt(0)).getOctets();
        byte[] salt = ASN1OctetString.getInstance(parts.getObjectAt(1)).getOctets();
        byte[] mac = ASN1OctetString.getInstance(parts.getObjectAt(2)).getOctets();
        if (mask.length != MAC_KEY_OCTETS && mask.length != 2 * MAC_KEY_OCTETS) {
            throw new IOException("a mask of " + mask.length + " octets");
        }
        byte[] macKey = Arrays.copyOfRange(mask, mask.length - MAC_KEY_OCTETS, mask.length);
        if (!MessageDigest.isEqual(mac, Gost28147.mac(macKey, salt))) {
            throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the MAC of the masks is wrong");
        }
        return new KeyMask(mask, salt);
    }
}
