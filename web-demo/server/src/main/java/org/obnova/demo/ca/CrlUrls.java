// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

/** Where an authority's revocation lists are served. */
final class CrlUrls {
    private CrlUrls() {}

    static String complete(String publicUrl, String authority) {
        return publicUrl + "/ca/" + authority + ".crl";
    }

    static String delta(String publicUrl, String authority) {
        return publicUrl + "/ca/" + authority + "-delta.crl";
    }
}
