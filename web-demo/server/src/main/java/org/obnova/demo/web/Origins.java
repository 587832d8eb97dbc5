// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

/** The addresses of both sites, without a trailing slash, for instance {@code http://extern.localhost:8080}. */
public record Origins(String extern, String cabinet) {

    /** Both sites on a port of the loopback address. */
    public static Origins onPort(int port) {
        return new Origins("http://" + Site.EXTERN.host() + ":" + port, "http://" + Site.CABINET.host() + ":" + port);
    }

    public String of(Site site) {
        return switch (site) {
            case EXTERN -> extern;
            case CABINET -> cabinet;
        };
    }
}
