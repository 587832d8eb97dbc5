// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

/**
 * How a certificate stood in a store before Obnova put it there.
 *
 * @param target whose it is
 * @param store a folder of NSS, as it is named to NSS
 * @param certificate DER
 * @param present whether it was there
 * @param trust the flags that it had for TLS servers, mail and code; 0 where there were none
 */
@SuppressWarnings("ArrayRecordComponent") // Notes are never compared.
record RootNote(String target, String store, byte[] certificate, boolean present, int trust, int mail, int code) {
    /** SHA-256 (hex) of the certificate. */
    String sha256() {
        return KeptFiles.sha256(certificate);
    }
}
