// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

/**
 * Where the demo's sites are: one server, one port, four host names that browsers resolve to 127.0.0.1.
 *
 * @param port TCP port
 */
public record Sites(int port) {
    /** Origin of the portal. */
    public String extern() {
        return "http://extern.localhost:" + port;
    }

    /** Origin of the cabinet and of the demo inbox. */
    public String cabinet() {
        return "http://cabinet.localhost:" + port;
    }

    /** Origin of the page that sets computers up. */
    public String setup() {
        return "http://setup.localhost:" + port;
    }

    /** Origin of the operators' page. */
    public String operator() {
        return "http://operator.localhost:" + port;
    }

    /** Origin of a site. */
    public String of(Site site) {
        return switch (site) {
            case EXTERN -> extern();
            case CABINET -> cabinet();
            case SETUP -> setup();
            case OPERATOR -> operator();
        };
    }
}
