// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.gateways;

/** Settings of gateways that do not start a server; the message says what to change. */
public final class InvalidGatewaysException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidGatewaysException(String message) {
        super(message);
    }
}
