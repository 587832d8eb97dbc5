// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.gateways;

/** A message was not taken. The text is technical and holds nothing of the message. */
public final class GatewayException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    /**
     * @param detail for the log; never a recipient or a text
     * @param forGood whether another attempt is of no use
     */
    public GatewayException(String detail, boolean forGood) {
        super(detail);
        this.forGood = forGood;
    }

    /** Whether another attempt is of no use. */
    public boolean isForGood() {
        return forGood;
    }
}
