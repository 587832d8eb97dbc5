// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.transfer;

/** In which form a key goes out. */
public enum ExportFormat {
    /** PKCS#12 (RFC 7292) with PBES2, which OpenSSL 3 opens. */
    PKCS12("pkcs12"),
    /** The transport container of R 50.1.112-2016, for GOST keys. */
    TC26_PFX("tc26-pfx");

    private final String wireName;

    ExportFormat(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire. */
    public String wireName() {
        return wireName;
    }
}
