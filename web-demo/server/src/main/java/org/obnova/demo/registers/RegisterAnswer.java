// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.registers;

import java.time.Instant;
import java.util.Map;

/**
 * What a register said.
 *
 * @param at when
 * @param fresh what it knows instead, field -> value; only of what disagrees and may be told: {@code inn}, {@code name}, {@code ogrn},
 *     {@code address}, {@code head}, {@code headPosition}
 */
public record RegisterAnswer(Register register, Outcome outcome, Instant at, Map<String, String> fresh) {
    /** Nothing is known of a register that agrees or is silent. */
    public RegisterAnswer {
        fresh = Map.copyOf(fresh);
        if (outcome != Outcome.DISAGREES && !fresh.isEmpty()) {
            throw new IllegalArgumentException("other data without disagreement");
        }
    }
}
