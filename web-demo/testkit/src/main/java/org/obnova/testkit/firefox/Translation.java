// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What becomes of one WebDriver command: a command of Marionette, parameters made of the request, a value made of the result. */
@FunctionalInterface
interface Translation {
    /**
     * Does it.
     *
     * @param marionette to which it is sent
     * @param parameters the members of the request's body and the variables of its path, together; may be changed
     * @return the {@code value} of the reply
     */
    JsonNode run(Sender marionette, ObjectNode parameters) throws java.io.IOException, WebDriverError;

    /** The other end. */
    @FunctionalInterface
    interface Sender {
        /** Sends a command and waits for its result. */
        JsonNode send(String command, JsonNode parameters) throws java.io.IOException, WebDriverError;
    }
}
