// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** By what a key is found on its medium, known before anything lies there, so that a crash leaves no orphan. */
public sealed interface KeyMark {
    /** The public key of a key that was made in the host. */
    record OfPublicKey(SubjectPublicKeyInfo publicKey) implements KeyMark {}

    /**
     * The CKA_ID (PKCS#11 v3.1 section 4.9) of a key that a token is about to make.
     *
     * @param ckaId chosen at random
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by content below
    record OfObject(byte[] ckaId) implements KeyMark {
        /** Takes a copy. */
        public OfObject {
            ckaId = ckaId.clone();
        }

        @Override
        public byte[] ckaId() {
            return ckaId.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OfObject that && Arrays.equals(ckaId, that.ckaId);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(ckaId);
        }

        @Override
        public String toString() {
            return "OfObject " + HexFormat.of().formatHex(ckaId);
        }
    }
}
