// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.gateways;

import org.obnova.demo.notifications.Message;

/** A way out for messages of one kind. */
public interface Gateway {
    /**
     * Hands a message over; the other side has it when this returns.
     *
     * @throws GatewayException when it has not, as far as is known
     */
    void send(Message message) throws GatewayException;
}
