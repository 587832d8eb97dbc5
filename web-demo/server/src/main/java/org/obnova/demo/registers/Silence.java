// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.registers;

import java.time.Instant;
import java.time.InstantSource;

/** Remembers how long an agency has been silent. After some questions in a row it rests; then one question tries whether it is back. */
final class Silence {
    private final Patience patience;
    private final InstantSource clock;
    private int failures;
    private Instant until = Instant.MIN;

    Silence(Patience patience, InstantSource clock) {
        this.patience = patience;
        this.clock = clock;
    }

    synchronized boolean resting() {
        return clock.instant().isBefore(until);
    }

    synchronized void broken() {
        failures = 0;
        until = Instant.MIN;
    }

    synchronized void goesOn() {
        failures++;
        if (failures >= patience.failures()) {
            until = clock.instant().plus(patience.rest());
        }
    }
}
