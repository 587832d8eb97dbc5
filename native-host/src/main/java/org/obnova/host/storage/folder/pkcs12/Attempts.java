// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.pkcs12;

import org.bouncycastle.crypto.InvalidCipherTextException;

/** One password, in the encodings that programs give it. */
final class Attempts {
    /** Decrypts with one encoding of the password. */
    interface Attempt {
        byte[] decrypt() throws InvalidCipherTextException;
    }

    private Attempts() {}

    /**
     * What the first attempt gives whose result is framed as it must be.
     *
     * @throws InvalidCipherTextException when none does
     */
    static byte[] of(Attempt... attempts) throws InvalidCipherTextException {
        InvalidCipherTextException failure = new InvalidCipherTextException("no SEQUENCE was encrypted");
        for (Attempt each : attempts) {
            try {
                byte[] plain = each.decrypt();
                if (Plaintext.isFramed(plain)) {
                    return plain;
                }
            } catch (InvalidCipherTextException e) {
                failure = e;
            }
        }
        throw failure;
    }
}
