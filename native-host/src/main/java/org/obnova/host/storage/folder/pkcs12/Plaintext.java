// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.pkcs12;

/** What was decrypted. All that PKCS#12 encrypts is one SEQUENCE, by which a right password is known: CBC's padding alone fits one wrong password in 256. */
final class Plaintext {
    private static final int SEQUENCE = 0x30;
    private static final int INDEFINITE = 0x80;

    private Plaintext() {}

    /** Whether the octets are framed as one SEQUENCE that ends where they end; indefinite lengths (X.690 section 8.1.3.6) are believed. */
    static boolean isFramed(byte[] plain) {
        if (plain.length < 2 || plain[0] != SEQUENCE) {
            return false;
        }
        int first = plain[1] & 0xFF;
        if (first <= INDEFINITE) {
            return first == INDEFINITE || plain.length == 2 + first;
        }
        int octets = first & 0x7F;
        if (octets > 3 || plain.length < 2 + octets) {
            return false;
        }
        int length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | (plain[2 + i] & 0xFF);
        }
        return plain.length == 2 + octets + length;
    }
}
