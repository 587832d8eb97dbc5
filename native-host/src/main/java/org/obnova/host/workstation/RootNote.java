// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

/**
 * How a certificate stood in a store before Obnova put it there.
 *
 * @param target whose it is
 * @param store a folder of NSS, as it is named to NSS
 * @param sha256 of the certificate (hex)
 * @param present whether it was there
 * @param trust the flags that it had for TLS servers, mail and code; 0 where there were none
 * @param made SHA-256 (hex) of the database as it was after it was made for this certificate; empty where it was there
 */
record RootNote(
        String target, String store, String sha256, boolean present, int trust, int mail, int code, String made) {}
