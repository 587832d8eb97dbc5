// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

/**
 * A decrypted content.
 *
 * @param certificate SHA-256 of the certificate for which it was encrypted, 64 lower-case hex digits
 */
@SuppressWarnings("ArrayRecordComponent") // contents are not compared
public record Decrypted(String certificate, byte[] content) {
    /** Says nothing: documents are not logged. */
    @Override
    public String toString() {
        return "Decrypted";
    }
}
