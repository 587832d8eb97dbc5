// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.notifications;

import java.time.Instant;

/**
 * One entry of the demo inbox.
 *
 * @param id random
 * @param kind how it came
 * @param to phone ({@code +7...}) or e-mail address
 * @param from caller's number (of a call its last four digits are the code), sender's name, or address
 * @param subject subject of an e-mail, empty for others
 * @param text text in Russian, line feeds allowed; of a call: what happened
 * @param sent when
 */
public record Message(String id, Kind kind, String to, String from, String subject, String text, Instant sent) {
    /** How a message comes. */
    public enum Kind {
        CALL,
        SMS,
        EMAIL
    }
}
